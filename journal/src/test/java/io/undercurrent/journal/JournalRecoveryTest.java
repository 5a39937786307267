package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalRecoveryTest {
    private static final JournalOptions SMALL = JournalOptions.DEFAULT.withSegmentBytes(30_000);
    private static final int RUN_EVENTS = 1_000;

    @TempDir
    private Path directory;
    private Path stream;
    private final Batch batch = new Batch();

    @BeforeEach
    void nameStream() {
        stream = directory.resolve("events");
    }

    @Test
    void aCleanRunIsNeitherReadNorMarked() throws IOException {
        run();
        final RunDirectory run = last();
        for (final Path segment : run.segments()) {
            Files.write(segment, new byte[0]);
        }
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            assertTrue(appender.recovered().isEmpty());
            assertEquals(RUN_EVENTS + 1, appender.nextSequence());
        }
        assertFalse(Files.exists(run.path().resolve(RunMark.FILE)));
    }

    @Test
    void anUncleanRunThatIsWholeIsMarkedAndTheNextGoesOnWithoutAGap() throws IOException {
        unclean();
        final RunDirectory run = last();
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            final RecoveryReport report = appender.recovered().orElseThrow();
            assertEquals(new RecoveryReport(run.name(), RUN_EVENTS, RUN_EVENTS, 0, "", List.of()), report);
            batch.append(appender, 10);
        }
        assertEquals(RUN_EVENTS, RunMark.read(run.path()).orElseThrow().lastSequence());
        assertEquals(List.of(RunState.RECOVERED, RunState.CLEAN), JournalRuns.list(stream).stream().map(JournalRun::state).toList());
        for (final Path file : run.segments()) {
            assertFalse(Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE), file.toString());
        }
        readsAll(RUN_EVENTS + 10, 0);
    }

    @Test
    void whatLiesBehindDamageIsKeptReportedAndItsNumbersAreNotUsedAgain() throws IOException {
        unclean();
        final RunDirectory run = last();
        Damage.flip(run.segment(1), Damage.payload(run.segment(1), 2), 4);
        final long valid = readUpToDamage();
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            final RecoveryReport report = appender.recovered().orElseThrow();
            assertEquals(valid, report.lastSequence());
            assertEquals(RUN_EVENTS, report.highestSequence());
            assertEquals(RUN_EVENTS - valid, report.missing());
            assertTrue(report.reason().contains("a checksum does not fit"), report.reason());
            assertTrue(report.excerptsBehind() > 10, report.toString());
            // the gap event has the first free number
            assertEquals(RUN_EVENTS + 2, appender.nextSequence());
            batch.append(appender, 10);
        }
        readsAll(RUN_EVENTS + 11, RUN_EVENTS - valid);
        final StreamReport report = JournalVerifier.verify(stream);
        assertEquals(RUN_EVENTS - valid, report.missing());
        assertTrue(report.runs().getFirst().note().contains("evidence up to 1000"), report.runs().getFirst().note());
    }

    @Test
    void anAcknowledgedSequenceBehindTheDataIsEvidence() throws IOException {
        unclean();
        final RunDirectory run = last();
        acknowledged(run.path(), RunStart.read(run.path()).seed(), RUN_EVENTS + 50);
        assertTrue(JournalVerifier.verify(stream).runs().getFirst().error().contains("evidence of events up to 1050"));
        run();
        readsAll(2 * RUN_EVENTS + 51, 50);
    }

    @Test
    void anAcknowledgedSequenceOfAnotherRunIsNone() throws IOException {
        unclean();
        acknowledged(last().path(), 1, RUN_EVENTS + 50);
        run();
        readsAll(2 * RUN_EVENTS, 0);
    }

    @Test
    void whatARegisteredTailerHasTakenIsEvidence() throws IOException {
        unclean();
        try (JournalTailer tailer = JournalTailer.open(stream, "sink")) {
            new Reading(1).drain(tailer);
            tailer.acknowledge(RUN_EVENTS);
        }
        for (final Path segment : last().segments()) {
            Files.write(segment, new byte[0]);
        }
        run();
        readsAll(2 * RUN_EVENTS + 1, RUN_EVENTS);
        try (JournalTailer tailer = JournalTailer.open(stream, "sink")) {
            assertEquals(RUN_EVENTS + 1, tailer.nextSequence());
            final Reading reading = new Reading(1);
            reading.drain(tailer);
            assertEquals(2 * RUN_EVENTS + 1, reading.last());
        }
    }

    @Test
    void anExcerptWithoutItsHeaderIsFoundInARunThatNobodyWrites() throws IOException {
        unclean();
        final RunDirectory run = last();
        // the last document and one in the middle, as if they had never been completed
        final List<Long> documents = Damage.documents(run.segment(1));
        for (final long document : List.of(documents.get(5), documents.getLast())) {
            Damage.flip(run.segment(1), document + 3, 0x80);
        }
        run();
        readsAll(2 * RUN_EVENTS, 0);
        final RunReport report = JournalVerifier.verify(stream).runs().getFirst();
        assertTrue(report.isSound());
        assertTrue(report.note().contains("2 excerpts have damaged headers"), report.note());
    }

    @Test
    void aTailThatIsInvisibleInTheNewestRunIsReadIfTheRunWasClosed() throws IOException {
        run();
        final Path segment = last().segments().getLast();
        final List<Long> documents = Damage.documents(segment);
        Damage.zero(segment, documents.get(documents.size() - 3), 4);
        readsAll(RUN_EVENTS, 0);
    }

    @Test
    void aTailThatIsGoneIsReportedByTailerAndVerifierIfTheRunWasClosedOrRecovered() throws IOException {
        run();
        final Path segment = last().segments().getLast();
        final List<Long> documents = Damage.documents(segment);
        final long from = documents.get(documents.size() - 3);
        Damage.zero(segment, from, (int) (Files.size(segment) - from));
        reportsALostTail();
        Files.delete(last().path().resolve(RunStop.FILE));
        new RunMark(RUN_EVENTS, 0, 0, RUN_EVENTS, 0, "").write(last().path());
        reportsALostTail();
        JournalAppender.open(stream, SMALL).close();
        reportsALostTail();
    }

    private void reportsALostTail() {
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            final Reading reading = new Reading(1);
            final JournalException lost = assertThrows(JournalException.class, () -> reading.drain(tailer));
            assertTrue(String.valueOf(lost.getMessage()).contains("sequence " + (reading.last() + 1)), lost.getMessage());
            assertThrows(JournalException.class, () -> reading.drain(tailer));
        }
        assertFalse(JournalVerifier.verify(stream).runs().getFirst().isSound());
    }

    @Test
    void aTailerThatStandsAtDamageGoesOnOverTheGapWhenANewWriterHasCome() throws IOException {
        unclean();
        Damage.flip(last().segment(1), Damage.payload(last().segment(1), 2), 4);
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            final Reading reading = new Reading(1);
            assertThrows(JournalException.class, () -> reading.drain(tailer));
            final long valid = reading.last();
            run();
            reading.drain(tailer);
            assertEquals(2 * RUN_EVENTS + 1, reading.last());
            assertEquals(RUN_EVENTS - valid, reading.missing());
        }
    }

    @Test
    void aRunWhoseStartIsLostIsSetAsideAndItsNumbersAreNotUsedAgain() throws IOException {
        run();
        run();
        final RunDirectory lost = last();
        Files.delete(lost.path().resolve(RunStart.FILE));
        Files.write(lost.path().resolve(RunStart.COPY), new byte[0]);
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            final RecoveryReport report = appender.recovered().orElseThrow();
            assertEquals(List.of(stream.resolve("unreadable-" + lost.name())), report.setAside());
            assertEquals(RUN_EVENTS, report.missing());
            assertEquals(2 * RUN_EVENTS + 2, appender.nextSequence());
        }
        readsAll(2 * RUN_EVENTS + 1, RUN_EVENTS);
        assertEquals(1, JournalVerifier.verify(stream).setAside().size());
        // its manifests found again, it may come back, and the gap is closed
        assertEquals(3, last().number());
    }

    @Test
    void aStartThatWasKilledAtAnyPointIsRepeated() throws IOException {
        unclean();
        Damage.flip(last().segment(1), Damage.payload(last().segment(1), 2), 4);
        final long valid = readUpToDamage();
        // marked, but no new run
        Recovery.of(stream, RecoveryListener.NONE);
        // new runs that were killed before their gap event
        for (int round = 0; round < 2; round++) {
            final Recovery recovery = Recovery.of(stream, RecoveryListener.NONE);
            assertEquals(valid + 1, recovery.missingFrom());
            assertEquals(RUN_EVENTS + 1, recovery.firstSequence());
            RunDirectory.create(stream, recovery.runNumber(), java.time.Instant.EPOCH,
                    RunStart.ofThisProcess(round, recovery.firstSequence(), recovery.missingFrom()), draft -> { });
        }
        run();
        readsAll(2 * RUN_EVENTS + 1, RUN_EVENTS - valid);
    }

    @Test
    void aMissingLastRunIsNotedByItsNumberAndAMissingMiddleOneDoesNotStopAStart() throws IOException {
        run();
        run();
        run();
        last().remove();
        RunDirectory.list(stream).getFirst().remove();
        run();
        assertEquals(4, last().number());
        final Reading reading = new Reading(RUN_EVENTS + 1);
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            reading.drain(tailer);
        }
        assertEquals(3 * RUN_EVENTS, reading.last());
    }

    @Test
    void emptyAndHalfFilesDoNotStopAStart() throws IOException {
        for (int cut = 0; cut < 12; cut++) {
            unclean();
            final List<Path> segments = last().segments();
            final Path segment = segments.get(cut % segments.size());
            Damage.cut(segment, cut < segments.size() ? 0 : Damage.endOfData(segment) - 13L * cut);
            Files.write(last().path().resolve("metadata.cq4t"), new byte[cut]);
            Files.write(stream.resolve("newest"), new byte[cut]);
            JournalAppender.open(stream, SMALL).close();
        }
        final Reading reading = new Reading(1);
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            reading.drain(tailer);
        }
        run();
        assertTrue(JournalVerifier.verify(stream).isSound());
    }

    @Test
    void aDamagedNumberOfTheNewestRunIsWithoutEffect() throws IOException {
        final Path newest = stream.resolve("newest");
        run();
        final byte[] whole = Files.readAllBytes(newest);
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit += 7) {
            final byte[] damaged = whole.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(newest, damaged);
            try (NewestRun number = new NewestRun(stream)) {
                assertEquals(1, number.number());
            }
        }
        run();
        readsAll(2 * RUN_EVENTS, 0);
        assertEquals(2, last().number());
    }

    @Test
    void theReadingOfALongRunShowsItsProgress() throws IOException {
        try (JournalAppender appender = JournalAppender.open(stream, JournalOptions.DEFAULT.withSegmentBytes(16 << 20))) {
            while (appender.lastSequence() < 400_000) {
                batch.append(appender, 700);
            }
        }
        Files.delete(last().path().resolve(RunStop.FILE));
        final List<Long> progress = new ArrayList<>();
        JournalAppender.open(stream, SMALL, Optional.empty(), java.time.Clock.systemUTC(), SystemDisk.INSTANCE, (run, bytesRead, bytesTotal) -> {
            assertTrue(bytesRead <= bytesTotal, bytesRead + " of " + bytesTotal);
            progress.add(bytesRead);
        }).close();
        assertEquals(2, progress.size());
        assertTrue(progress.getFirst() >= 16 << 20, progress.toString());
    }

    @Test
    void aProcessIdThatIsUsedAgainIsNotTakenForTheWriter() throws IOException {
        run();
        Files.delete(last().path().resolve(RunStop.FILE));
        final RunStart start = RunStart.read(last().path());
        new RunStart(start.seed(), start.firstSequence(), 0, ProcessHandle.current().parent().orElseThrow().pid(), 1).write(last().path());
        assertEquals(RunState.UNCLEAN, JournalRuns.list(stream).getLast().state());
    }

    private void readsAll(final long last, final long missing) {
        final Reading reading = new Reading(1);
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            reading.drain(tailer);
        }
        assertEquals(last, reading.last());
        assertEquals(missing, reading.missing());
        final StreamReport report = JournalVerifier.verify(stream);
        assertTrue(report.isSound(), report.toString());
        assertEquals(missing, report.missing());
    }

    private long readUpToDamage() {
        final Reading reading = new Reading(1);
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            assertThrows(JournalException.class, () -> reading.drain(tailer));
        }
        return reading.last();
    }

    private static void acknowledged(final Path run, final long seed, final long sequence) throws IOException {
        try (Acknowledged file = Acknowledged.create(run, seed)) {
            file.write(sequence);
        }
    }

    private RunDirectory last() {
        return RunDirectory.list(stream).getLast();
    }

    private void unclean() throws IOException {
        run();
        Files.delete(last().path().resolve(RunStop.FILE));
    }

    private void run() {
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            final long end = appender.lastSequence() + RUN_EVENTS;
            while (appender.lastSequence() < end) {
                batch.append(appender, 10);
            }
        }
    }
}
