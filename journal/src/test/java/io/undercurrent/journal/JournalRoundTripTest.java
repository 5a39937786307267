package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalRoundTripTest {
    private static final JournalOptions SMALL = JournalOptions.DEFAULT.withSegmentBytes(20_000);

    @TempDir
    private Path stream;
    private final Batch batch = new Batch();

    @Test
    void deliversWhatWasAppendedOverRunsAndSegments() throws IOException {
        final Random random = random();
        long last = 0;
        for (int run = 1; run <= 4; run++) {
            try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
                assertEquals(last + 1, appender.nextSequence());
                last = write(appender, random, 600);
            }
        }
        assertTrue(Files.exists(RunDirectory.list(stream).getLast().segment(2)), "several segments");
        assertEquals(last, Reading.lastOf(stream));
    }

    @Test
    void ordersRunsByTheirNumberWhateverTheClockSays() {
        for (final String now : new String[] {"2026-03-01T10:00:00Z", "2025-01-01T00:00:00Z", "2026-03-01T10:00:00Z"}) {
            try (JournalAppender appender = JournalAppender.open(
                    stream, SMALL, Optional.empty(), () -> Instant.parse(now), SystemDisk.INSTANCE)) {
                batch.append(appender, 10);
            }
        }
        assertEquals(List.of("run-20260301T100000Z-1", "run-20250101T000000Z-2", "run-20260301T100000Z-3"),
                JournalRuns.list(stream).stream().map(JournalRun::name).toList());
        assertEquals(30, Reading.lastOf(stream));
    }

    @Test
    void seeksToAnyEvent() {
        final Random random = random();
        long last = 0;
        for (int run = 1; run <= 3; run++) {
            try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
                last = write(appender, random, 700);
            }
        }
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            for (int i = 0; i < 200; i++) {
                final long sequence = 1L + random.nextInt((int) last + 1);
                tailer.seek(sequence);
                assertEquals(sequence, tailer.nextSequence());
                final Reading reading = new Reading(sequence);
                final int delivered = tailer.poll(reading, 1 + random.nextInt(5));
                assertEquals(sequence <= last, delivered > 0);
                if (random.nextInt(10) == 0) {
                    reading.drain(tailer);
                    assertEquals(last, reading.last());
                }
            }
        }
    }

    @Test
    void waitsForAnEventThatIsSoughtBeforeItIsThere() {
        try (JournalAppender appender = JournalAppender.open(stream, SMALL); JournalTailer tailer = JournalTailer.open(stream)) {
            tailer.seek(25);
            final Reading reading = new Reading(25);
            batch.append(appender, 20);
            assertEquals(0, tailer.poll(reading, 10));
            batch.append(appender, 10);
            assertEquals(6, tailer.poll(reading, 10));
            assertEquals(31, tailer.nextSequence());
        }
    }

    @Test
    void aTailerOfAnEmptyStreamSeesTheFirstRunAndEachLaterOne() {
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            final Reading reading = new Reading(1);
            assertEquals(0, tailer.poll(reading, 10));
            for (int run = 1; run <= 3; run++) {
                try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
                    assertEquals(0, tailer.poll(reading, 10));
                    batch.append(appender, 5);
                    assertEquals(5, tailer.poll(reading, 10));
                    batch.append(appender, 5);
                }
                if (run == 2) {
                    assertEquals(5, tailer.poll(reading, 10));
                    assertEquals(0, tailer.poll(reading, 10));
                } else {
                    reading.drain(tailer);
                }
            }
            assertEquals(30, reading.last());
        }
    }

    @Test
    void followsAWriterIntoNewSegmentsAsItGoes() {
        final Random random = random();
        try (JournalAppender appender = JournalAppender.open(stream, SMALL); JournalTailer tailer = JournalTailer.open(stream)) {
            final Reading reading = new Reading(1);
            for (int i = 0; i < 400; i++) {
                batch.append(appender, 1 + random.nextInt(64));
                reading.drain(tailer);
                assertEquals(appender.lastSequence(), reading.last());
            }
        }
        assertTrue(Files.exists(RunDirectory.list(stream).getLast().segment(5)), "several segments");
    }

    @Test
    void anEventComesAgainWhenItsConsumerThrew() {
        try (JournalAppender appender = JournalAppender.open(stream, SMALL); JournalTailer tailer = JournalTailer.open(stream)) {
            batch.append(appender, 10);
            final List<Long> seen = new ArrayList<>();
            assertThrows(IllegalStateException.class, () -> tailer.poll((buffer, offset, length) -> {
                if (Events.sequence(buffer, offset) == 4) {
                    throw new IllegalStateException("not this one");
                }
                seen.add(Events.sequence(buffer, offset));
            }, 1));
            assertEquals(4, tailer.nextSequence());
            tailer.poll((buffer, offset, length) -> seen.add(Events.sequence(buffer, offset)), 1);
            assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L), seen);
        }
    }

    @Test
    void takesBatchesUpToTheLimit() {
        final int most = JournalAppender.MAX_BATCH_BYTES / Batch.EVENT_LENGTH;
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            for (int i = 0; i < 20; i++) {
                batch.append(appender, most);
            }
            assertThrows(JournalException.class, () -> batch.append(appender, most + 1));
        }
        assertEquals(20L * most, Reading.lastOf(stream));
    }

    @Test
    void refusesWhatIsNotTheNextWholeBatchAndStaysFailed() {
        final int length = batch.fill(1, 3);
        final int[][] wrong = {{length, 2, 3}, {length, 1, 2}, {length, 1, 4}, {length - 8, 1, 3}, {0, 1, 0}, {4, 1, 1}};
        for (final int[] arguments : wrong) {
            final JournalAppender appender = JournalAppender.open(stream, SMALL);
            final JournalException first = assertThrows(JournalException.class,
                    () -> appender.append(batch.buffer(), 0, arguments[0], arguments[1], arguments[2]));
            assertFalse(String.valueOf(first.getMessage()).contains("\n"));
            assertThrows(JournalException.class, () -> appender.append(batch.buffer(), 0, length, 1, 3));
            appender.close();
            assertEquals(RunState.UNCLEAN, JournalRuns.list(stream).getLast().state());
        }
        assertEquals(0, Reading.lastOf(stream));
    }

    @Test
    void closingTwiceIsClosingOnce() {
        final JournalAppender appender = JournalAppender.open(stream, SMALL);
        batch.append(appender, 3);
        appender.close();
        appender.close();
        assertThrows(JournalException.class, () -> batch.append(appender, 1));
        assertEquals(List.of(RunState.CLEAN), JournalRuns.list(stream).stream().map(JournalRun::state).toList());
    }

    @Test
    void aPlainChronicleTailerReadsTheSameExcerpts() {
        final Random random = random();
        final long last;
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            last = write(appender, random, 500);
        }
        final Path run = RunDirectory.list(stream).getFirst().path();
        long next = 1;
        final Bytes<?> bytes = Bytes.allocateElasticOnHeap();
        try (ChronicleQueue queue = SingleChronicleQueueBuilder.binary(run).rollCycle(RollCycles.FAST_DAILY).readOnly(true).build();
                var tailer = queue.createTailer()) {
            while (tailer.readBytes(bytes.clear())) {
                assertEquals(Excerpt.MAGIC, bytes.readInt(0));
                assertEquals(next, bytes.readLong(8));
                next += bytes.readInt(16);
                assertEquals(bytes.readRemaining(), Excerpt.HEADER_LENGTH + bytes.readInt(20));
            }
        }
        assertEquals(last, next - 1);
    }

    @Test
    void aSmallJournalTakesLittleRoom() throws IOException, InterruptedException {
        try (JournalAppender appender = JournalAppender.open(stream)) {
            write(appender, random(), 1_000);
        }
        final Process du = new ProcessBuilder("du", "-sk", stream.toString()).start();
        final long kib = Long.parseLong(new String(du.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
                .split("\\s", 2)[0]);
        assertEquals(0, du.waitFor());
        assertTrue(kib < 4_096, kib + " KiB");
    }

    private long write(final JournalAppender appender, final Random random, final int events) {
        final long end = appender.lastSequence() + events;
        while (appender.lastSequence() < end) {
            batch.append(appender, 1 + random.nextInt(64));
        }
        return appender.lastSequence();
    }

    private static Random random() {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        return new Random(seed);
    }
}
