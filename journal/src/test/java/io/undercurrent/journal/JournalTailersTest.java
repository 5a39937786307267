package io.undercurrent.journal;

import static io.undercurrent.journal.RetentionPolicy.KEEP_ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTailersTest {
    private static final JournalOptions SMALL = JournalOptions.DEFAULT.withSegmentBytes(100_000);
    private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path directory;
    private Path stream;
    private final Batch batch = new Batch();

    /** Five runs of ten events, begun a day apart. */
    @BeforeEach
    void makeRuns() {
        stream = directory.resolve("events");
        for (int run = 0; run < 5; run++) {
            final Instant began = FIRST.plus(Duration.ofDays(run));
            try (JournalAppender appender = JournalAppender.open(stream, SMALL, Optional.empty(), () -> began, SystemDisk.INSTANCE)) {
                batch.append(appender, 4);
                batch.append(appender, 6);
            }
        }
    }

    private static void none(final org.agrona.DirectBuffer buffer, final int offset, final int length) {
        // only the position matters
    }

    @Test
    void aRegisteredTailerGoesOnBehindWhatItAcknowledged() {
        try (JournalTailer tailer = JournalTailer.open(stream, "sink")) {
            assertEquals(1, tailer.nextSequence());
            tailer.pollEvents(JournalTailersTest::none, 17);
            tailer.acknowledge(12);
            tailer.acknowledge(7);
            assertThrows(JournalException.class, () -> tailer.acknowledge(18));
        }
        try (JournalTailer tailer = JournalTailer.open(stream, "sink")) {
            assertEquals(13, tailer.nextSequence());
            final Reading reading = new Reading(13);
            reading.drain(tailer);
            assertEquals(50, reading.last());
            tailer.acknowledge(50);
        }
        try (JournalTailer tailer = JournalTailer.open(stream, "sink")) {
            assertEquals(51, tailer.nextSequence());
            assertEquals(0, tailer.poll(JournalTailersTest::none, 1));
        }
    }

    @Test
    void anUnregisteredTailerHasNothingToAcknowledge() {
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            tailer.poll(JournalTailersTest::none, 1);
            assertThrows(JournalException.class, () -> tailer.acknowledge(1));
        }
        assertEquals(List.of(), JournalTailers.list(stream));
    }

    @Test
    void aPositionTornAtAnyByteIsTheLastOrTheOneBeforeAndNeverAhead() throws IOException {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final Random random = new Random(seed);
        final Path file = stream.resolve("tailers").resolve("sink");
        long acknowledged = 0;
        for (int round = 0; round < 300; round++) {
            final long before = acknowledged;
            final byte[] old;
            try (TailerPosition position = TailerPosition.open(stream, "sink", 0)) {
                assertEquals(before, position.sequence());
                old = Files.readAllBytes(file);
                acknowledged += 1 + random.nextInt(1 << random.nextInt(20));
                position.acknowledge(acknowledged);
            }
            final byte[] whole = Files.readAllBytes(file);
            // the write got only so far, or its sector was left as garbage
            final byte[] torn = whole.clone();
            final int from = random.nextInt(whole.length);
            for (int i = from; i < torn.length; i++) {
                torn[i] = i < old.length ? old[i] : 0;
            }
            Files.write(file, torn);
            final long found = TailerPosition.forced(stream, "sink");
            assertTrue(found == before || found == acknowledged, found + " for " + before + " or " + acknowledged);
            Files.write(file, whole);
            assertEquals(acknowledged, TailerPosition.forced(stream, "sink"));
        }
    }

    @Test
    void aPositionWithoutAValidSlotIsRefusedKeepsEverythingAndCanBeForgotten() throws IOException {
        JournalTailer.open(stream, "sink").close();
        Files.write(stream.resolve("tailers").resolve("sink"), new byte[600]);
        assertTrue(String.valueOf(assertThrows(JournalException.class, () -> JournalTailer.open(stream, "sink")).getMessage())
                .contains("is damaged"));
        assertEquals(List.of(new RegisteredTailer("sink", OptionalLong.empty())), JournalTailers.list(stream));
        assertEquals(5, prune(KEEP_ALL.withMaxRuns(1)).kept().size());
        assertTrue(JournalTailers.forget(stream, "sink"));
        assertEquals(1, prune(KEEP_ALL.withMaxRuns(1)).kept().size());
    }

    @Test
    void aNameThatIsNoFileNameIsRefused() {
        for (final String name : List.of("", "../x", ".hidden", "a/b", "x".repeat(65))) {
            assertThrows(JournalException.class, () -> JournalTailer.open(stream, name));
            assertThrows(JournalException.class, () -> JournalTailers.forget(stream, name));
        }
    }

    @Test
    void whatARegisteredTailerHasNotAcknowledgedIsKeptUnlessForced() {
        try (JournalTailer tailer = JournalTailer.open(stream, "sink")) {
            tailer.pollEvents(JournalTailersTest::none, 25);
            tailer.acknowledge(19);
            final PruneReport report = prune(KEEP_ALL.withMaxRuns(1));
            assertEquals(List.of("older than the newest 1", "tailer sink has acknowledged only up to 19",
                    "stands behind a run that is kept", "stands behind a run that is kept", "stands behind a run that is kept"),
                    report.decisions().stream().map(PruneDecision::reason).toList());
            assertEquals(1, report.removed().size());
            tailer.acknowledge(20);
            assertEquals(1, prune(KEEP_ALL.withMaxRuns(1)).removed().size());
        }
        assertEquals(2, JournalPruner.prune(stream, KEEP_ALL.withMaxRuns(1), FIRST, true).removed().size());
        final JournalException gone = assertThrows(JournalException.class, () -> JournalTailer.open(stream, "sink"));
        assertTrue(String.valueOf(gone.getMessage()).contains("its oldest is 41; forget tailer sink"), gone.getMessage());
    }

    @Test
    void runsThatEndedLongAgoGo() {
        // each ends when the next begins: the second after two days
        final PruneReport report = JournalPruner.prune(
                stream, KEEP_ALL.withMaxAge(Duration.ofDays(3)), FIRST.plus(Duration.ofDays(5).plusHours(1)), false);
        assertEquals(List.of(1L, 2L), report.removed().stream().map(JournalRun::number).toList());
        assertEquals("ended 97 hours ago", report.decisions().getFirst().reason());
        assertEquals("the policy keeps it", report.decisions().get(2).reason());
    }

    @Test
    void theOldestRunsGoUntilTheRestIsSmallEnough() {
        final List<JournalRun> runs = JournalRuns.list(stream);
        final long two = runs.get(3).fileBytes() + runs.get(4).fileBytes();
        assertEquals(List.of(1L, 2L, 3L), prune(KEEP_ALL.withMaxBytes(two)).removed().stream().map(JournalRun::number).toList());
        assertEquals(List.of(4L), prune(KEEP_ALL.withMaxBytes(0)).removed().stream().map(JournalRun::number).toList());
        assertEquals(List.of(), prune(KEEP_ALL.withMaxBytes(0)).removed());
    }

    @Test
    void aKilledTailerGoesOnBehindWhatItAcknowledged() throws Exception {
        final Path progressFile = directory.resolve("progress");
        final java.nio.MappedByteBuffer progress = WriterProcess.progress(progressFile);
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            while (appender.lastSequence() < 100_000) {
                batch.append(appender, 50);
            }
        }
        for (int round = 1; round <= 3; round++) {
            final long target = round * 5_000L;
            try (TestProcess process = TestProcess.start(
                    directory, RegisteredTailerProcess.class, List.of(), stream, progressFile)) {
                process.await(() -> progress.getLong(0) >= target);
            }
            final long noted = progress.getLong(0);
            final long stored = TailerPosition.forced(stream, "sink");
            // the last write may have been done, its progress not yet noted
            assertTrue(stored == noted || stored == noted + 1, stored + " for " + noted);
        }
    }

    private PruneReport prune(final RetentionPolicy policy) {
        return JournalPruner.prune(stream, policy, FIRST, false);
    }
}
