package io.undercurrent.journal;

import static io.undercurrent.journal.RetentionPolicy.KEEP_ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalKeepingTest {
    private static final JournalOptions SMALL = JournalOptions.DEFAULT.withSegmentBytes(100_000);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path journal;
    private final Batch batch = new Batch();

    private static PruneReport prune(final Path stream, final RetentionPolicy policy) {
        return JournalPruner.prune(stream, policy, NOW, false);
    }

    private Path fiveRunsOfTen() {
        final Path stream = journal.resolve("events");
        for (int run = 1; run <= 5; run++) {
            run(stream);
        }
        return stream;
    }

    private void run(final Path stream) {
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            batch.append(appender, 4);
            batch.append(appender, 6);
        }
    }

    @Test
    void listsWhatIsThereWithoutReadingIt() {
        final Path stream = fiveRunsOfTen();
        run(journal.resolve("alerts"));
        assertEquals(List.of(journal.resolve("alerts"), stream), JournalRuns.streams(journal));
        final JournalRun third = JournalRuns.list(stream).get(2);
        assertEquals(3, third.number());
        assertEquals(RunState.CLEAN, third.state());
        assertEquals(21, third.firstSequence());
        assertEquals(30, third.lastSequence());
        assertEquals(10, third.events());
        assertEquals(2, third.excerpts());
        assertEquals(10L * Batch.EVENT_LENGTH, third.payloadBytes());
        assertTrue(third.fileBytes() > third.payloadBytes());
    }

    @Test
    void verifiesRunByRun() {
        final Path stream = fiveRunsOfTen();
        final StreamReport report = JournalVerifier.verify(stream);
        assertTrue(report.isSound());
        assertEquals(50, report.events());
        final RunReport last = report.runs().getLast();
        assertEquals(new RunReport(last.run(), RunState.CLEAN, 0, 41, 50, 10, 2, 10L * Batch.EVENT_LENGTH, "", ""), last);
    }

    @Test
    void verifiesBehindALiveWriter() {
        final Path stream = fiveRunsOfTen();
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            batch.append(appender, 3);
            final RunReport live = JournalVerifier.verify(stream).runs().getLast();
            assertEquals(RunState.OPEN, live.state());
            assertEquals(53, live.lastSequence());
            assertTrue(live.isSound());
        }
    }

    @Test
    void verifyMissesARunThatIsGone() throws Exception {
        final Path stream = fiveRunsOfTen();
        RunDirectory.list(stream).get(2).remove();
        final StreamReport report = JournalVerifier.verify(stream);
        assertTrue(report.runs().get(2).error().contains("starts at sequence 31, but"), report.runs().get(2).error());
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            final Reading reading = new Reading(1);
            assertThrows(JournalException.class, () -> reading.drain(tailer));
            assertEquals(20, reading.last());
        }
    }

    @Test
    void prunesAllButTheNewestRuns() {
        final Path stream = fiveRunsOfTen();
        final PruneReport would = JournalPruner.preview(stream, KEEP_ALL.withMaxRuns(2), NOW, false);
        assertEquals(5, JournalRuns.list(stream).size());
        final PruneReport done = prune(stream, KEEP_ALL.withMaxRuns(2));
        assertEquals(would, done);
        assertEquals(List.of(1L, 2L, 3L), done.removed().stream().map(JournalRun::number).toList());
        assertEquals(List.of(4L, 5L), done.kept().stream().map(JournalRun::number).toList());
        assertEquals(done.kept(), JournalRuns.list(stream));
        assertEquals(50, Reading.lastOf(stream));
        assertEquals(List.of(), prune(stream, KEEP_ALL.withMaxRuns(9)).removed());
        assertThrows(JournalException.class, () -> KEEP_ALL.withMaxRuns(0));
    }

    @Test
    void prunesWhatEndsUpToASequence() {
        final Path stream = fiveRunsOfTen();
        assertEquals(List.of(), prune(stream, KEEP_ALL.withThrough(9)).removed());
        assertEquals(2, prune(stream, KEEP_ALL.withThrough(29)).removed().size());
        assertEquals(21, JournalTailer.open(stream).nextSequence());
        assertEquals(1, prune(stream, KEEP_ALL.withThrough(Long.MAX_VALUE)).kept().size());
    }

    @Test
    void aTailerSaysThatWhatItSeeksWasPruned() {
        final Path stream = fiveRunsOfTen();
        prune(stream, KEEP_ALL.withMaxRuns(1));
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            final JournalException gone = assertThrows(JournalException.class, () -> tailer.seek(7));
            assertEquals(stream + " no longer holds sequence 7: its oldest is 41", gone.getMessage());
            final Reading reading = new Reading(41);
            reading.drain(tailer);
            assertEquals(50, reading.last());
        }
    }

    @Test
    void numbersGoOnAfterAPrune() {
        final Path stream = fiveRunsOfTen();
        prune(stream, KEEP_ALL.withMaxRuns(1));
        run(stream);
        assertEquals(6, JournalRuns.list(stream).getLast().number());
        assertEquals(60, Reading.lastOf(stream));
    }

    @Test
    void whatAnInterruptedPruneOrOpenLeftIsNoRunAndGoesWithTheNextWriter() throws Exception {
        final Path stream = fiveRunsOfTen();
        final Path first = RunDirectory.list(stream).getFirst().path();
        final Path pruned = Files.move(first, first.resolveSibling(".old-" + first.getFileName()));
        final Path draft = Files.createDirectory(stream.resolve(".new-run-20260101T000000Z-6"));
        assertEquals(4, JournalRuns.list(stream).size());
        run(stream);
        assertEquals(List.of(false, false), List.of(Files.exists(pruned), Files.exists(draft)));
        assertEquals(60, Reading.lastOf(stream));
    }

    @Test
    void whatIsNoJournalIsRefusedInOneLine() throws Exception {
        final Path file = Files.writeString(journal.resolve("file"), "x");
        for (final Path wrong : List.of(journal.resolve("nowhere"), file)) {
            assertTrue(String.valueOf(assertThrows(JournalException.class, () -> JournalTailer.open(wrong)).getMessage())
                    .startsWith(wrong + " is not a directory"));
            assertThrows(JournalException.class, () -> JournalVerifier.verify(wrong));
            assertThrows(JournalException.class, () -> JournalRuns.streams(wrong));
        }
        assertThrows(JournalException.class, () -> JournalAppender.open(file));
    }
}
