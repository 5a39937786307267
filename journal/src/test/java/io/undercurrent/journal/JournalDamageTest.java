package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalDamageTest {
    private static final JournalOptions SMALL = JournalOptions.DEFAULT.withSegmentBytes(30_000);
    private static final int RUN_EVENTS = 1_000;

    @TempDir
    private Path stream;
    private final Batch batch = new Batch();

    @Test
    void aFlippedByteInAPayloadIsDetectedAndNeverDelivered() throws IOException {
        run(10);
        run(10);
        final RunDirectory first = RunDirectory.list(stream).getFirst();
        Damage.flip(first.segment(0), Damage.payload(first.segment(0), 200), 1);
        final Outcome outcome = read();
        assertTrue(outcome.last < 200 && outcome.last >= 190, "delivered up to " + outcome.last);
        assertTrue(outcome.error.contains(first.segment(0).toString()), outcome.error);
        assertTrue(outcome.error.contains("expected sequence " + (outcome.last + 1)), outcome.error);
        assertTrue(outcome.error.contains("seek(1001)"), outcome.error);
        final StreamReport report = JournalVerifier.verify(stream);
        assertFalse(report.isSound());
        assertEquals(outcome.last, report.runs().getFirst().lastSequence());
    }

    @Test
    void damageIsReportedAgainByEveryPollUntilItIsSoughtOver() throws IOException {
        run(10);
        run(10);
        final RunDirectory first = RunDirectory.list(stream).getFirst();
        Damage.flip(first.segment(0), Damage.payload(first.segment(0), 5), 1);
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            final Reading none = new Reading(1);
            assertThrows(JournalException.class, () -> tailer.poll(none, 10));
            assertThrows(JournalException.class, () -> tailer.poll(none, 10));
            assertEquals(1, tailer.nextSequence());
            tailer.seek(1_001);
            final Reading rest = new Reading(1_001);
            rest.drain(tailer);
            assertEquals(2_000, rest.last());
        }
    }

    @Test
    void anyByteFlippedAnywhereIsDetectedOrWithoutEffect() throws IOException {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final Random random = new Random(seed);
        run(16);
        run(16);
        int detected = 0;
        for (int round = 0; round < 800; round++) {
            final RunDirectory run = RunDirectory.list(stream).get(random.nextInt(2));
            final Path file = run.segment(random.nextInt(3));
            final long position = random.nextInt((int) Damage.endOfData(file));
            final int mask = 1 << random.nextInt(8);
            Damage.flip(file, position, mask);
            final Outcome outcome = read();
            final boolean whole = outcome.last == 2 * RUN_EVENTS;
            assertTrue(whole || !outcome.error.isEmpty(), "lost in silence behind " + outcome.last + ": " + file + " byte " + position);
            assertEquals(whole, JournalVerifier.verify(stream).isSound());
            detected += whole ? 0 : 1;
            Damage.flip(file, position, mask);
        }
        assertTrue(detected > 600, "detected " + detected);
        assertEquals(2 * RUN_EVENTS, read().last);
    }

    @Test
    void aTruncatedFileIsDetectedWhereverItIsCut() throws IOException {
        final Random random = new Random(7);
        run(16);
        run(16);
        for (int round = 0; round < 60; round++) {
            final RunDirectory run = RunDirectory.list(stream).get(round % 2);
            final Path file = run.segment(random.nextInt(3));
            final byte[] whole = Files.readAllBytes(file);
            Damage.cut(file, round < 2 ? 0 : random.nextInt((int) Damage.endOfData(file)));
            final Outcome outcome = read();
            assertTrue(outcome.last < 2 * RUN_EVENTS);
            assertFalse(outcome.error.isEmpty());
            assertFalse(JournalVerifier.verify(stream).isSound());
            Files.write(file, whole);
        }
        assertEquals(2 * RUN_EVENTS, read().last);
    }

    @Test
    void aMissingSegmentIsDetected() throws IOException {
        run(16);
        run(16);
        for (int k = 0; k < 3; k++) {
            final Path file = RunDirectory.list(stream).getFirst().segment(k);
            final byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertFalse(read().error.isEmpty());
            assertFalse(JournalVerifier.verify(stream).isSound());
            Files.write(file, whole);
        }
    }

    @Test
    void anotherRunsFileIsNotTakenForThisRuns() throws IOException {
        try (JournalAppender appender = JournalAppender.open(stream.resolve("other"), SMALL)) {
            write(appender, 16);
        }
        run(16);
        Files.copy(RunDirectory.list(stream.resolve("other")).getFirst().segment(0), RunDirectory.list(stream).getFirst().segment(0),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        final Outcome outcome = read();
        assertEquals(0, outcome.last);
        assertTrue(outcome.error.contains("a checksum does not fit"), outcome.error);
    }

    @Test
    void aLostStopManifestOnlyMakesTheRunUnclean() throws IOException {
        run(16);
        final Path stop = RunDirectory.list(stream).getFirst().path().resolve(RunStop.FILE);
        Damage.flip(stop, 3, 1);
        assertEquals(RunState.UNCLEAN, JournalRuns.list(stream).getFirst().state());
        run(16);
        assertEquals(2 * RUN_EVENTS, read().last);
    }

    @Test
    void aDamagedStartManifestIsWithoutEffectWhileItsCopyStands() throws IOException {
        run(16);
        run(16);
        for (final RunDirectory run : RunDirectory.list(stream)) {
            for (final String name : new String[] {RunStart.FILE, RunStart.COPY}) {
                Damage.flip(run.path().resolve(name), 12, 1);
                assertEquals(2 * RUN_EVENTS, read().last);
                assertTrue(JournalVerifier.verify(stream).isSound());
                Damage.flip(run.path().resolve(name), 12, 1);
            }
        }
    }

    @Test
    void aRunWithoutItsStartManifestsIsReported() throws IOException {
        run(16);
        run(16);
        final Path run = RunDirectory.list(stream).getLast().path();
        Damage.flip(run.resolve(RunStart.FILE), 12, 1);
        Files.delete(run.resolve(RunStart.COPY));
        assertEquals(RunState.UNREADABLE, JournalRuns.list(stream).getLast().state());
        final Outcome outcome = read();
        assertEquals(RUN_EVENTS, outcome.last);
        assertTrue(outcome.error.contains(run.resolve(RunStart.FILE).toString()), outcome.error);
        assertFalse(JournalVerifier.verify(stream).isSound());
    }

    @Test
    void aRunThatCannotBeReadCanBeSoughtOver() throws IOException {
        run(16);
        run(16);
        run(16);
        Files.delete(RunDirectory.list(stream).get(1).path().resolve(RunStart.FILE));
        Files.delete(RunDirectory.list(stream).get(1).path().resolve(RunStart.COPY));
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            tailer.seek(500);
            final Reading before = new Reading(500);
            assertThrows(JournalException.class, () -> before.drain(tailer));
            assertEquals(RUN_EVENTS, before.last());
            tailer.seek(2_500);
            final Reading behind = new Reading(2_500);
            behind.drain(tailer);
            assertEquals(3 * RUN_EVENTS, behind.last());
        }
    }

    @Test
    void aWriterKilledBeforeItsFirstAppendLeavesAnEmptyRun() throws IOException {
        run(16);
        for (final boolean fileIsThere : new boolean[] {true, false}) {
            JournalAppender.open(stream, SMALL).close();
            final RunDirectory empty = RunDirectory.list(stream).getLast();
            Files.delete(empty.path().resolve(RunStop.FILE));
            Files.delete(empty.segment(0));
            if (fileIsThere) {
                Files.createFile(empty.segment(0));
            }
            run(16);
        }
        final Outcome outcome = read();
        assertEquals("", outcome.error);
        assertEquals(3 * RUN_EVENTS, outcome.last);
        assertTrue(JournalVerifier.verify(stream).isSound());
    }

    private record Outcome(long last, String error) {
    }

    /** Fails if anything is delivered that was not appended. */
    private Outcome read() {
        final Reading reading = new Reading(1);
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            reading.drain(tailer);
            return new Outcome(reading.last(), "");
        } catch (final JournalException e) {
            return new Outcome(reading.last(), String.valueOf(e.getMessage()));
        }
    }

    private void run(final int eventsPerExcerpt) {
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            write(appender, eventsPerExcerpt);
        }
    }

    private void write(final JournalAppender appender, final int eventsPerExcerpt) {
        final long end = appender.lastSequence() + RUN_EVENTS;
        while (appender.lastSequence() < end) {
            batch.append(appender, (int) Math.min(eventsPerExcerpt, end - appender.lastSequence()));
        }
    }
}
