package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalProcessTest {
    private static final JournalOptions SMALL = JournalOptions.DEFAULT.withSegmentBytes(200_000);

    @TempDir
    private Path directory;
    private Path stream;
    private final Batch batch = new Batch();

    @BeforeEach
    void makeStream() throws IOException {
        stream = Files.createDirectories(directory.resolve("events"));
    }

    @Test
    void aTailerInAnotherThreadSeesEverythingOnce() throws InterruptedException {
        final long last = 200_000;
        final Reading reading = new Reading(1);
        final Thread follower = new Thread(() -> {
            try (JournalTailer tailer = JournalTailer.open(stream)) {
                while (reading.last() < last) {
                    if (tailer.poll(reading, 16) == 0) {
                        LockSupport.parkNanos(50_000);
                    }
                }
            }
        });
        follower.start();
        for (int run = 1; run <= 4; run++) {
            try (JournalAppender appender = JournalAppender.open(stream, JournalOptions.DEFAULT.withSegmentBytes(2_000_000))) {
                while (appender.lastSequence() < run * last / 4) {
                    batch.append(appender, (int) Math.min(64, run * last / 4 - appender.lastSequence()));
                }
            }
        }
        follower.join();
        assertEquals(last, reading.last());
    }

    @Test
    void aTailerInAnotherProcessFollowsOverSegmentsAndRuns() throws Exception {
        final long last = 40_000;
        try (TestProcess tailer = TestProcess.start(directory, TailerProcess.class, List.of(), stream, last)) {
            for (int run = 1; run <= 4; run++) {
                try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
                    while (appender.lastSequence() < run * last / 4) {
                        batch.append(appender, (int) Math.min(16, run * last / 4 - appender.lastSequence()));
                    }
                }
            }
            assertEquals(0, tailer.waitFor(), tailer.output());
            assertEquals(last + System.lineSeparator(), tailer.output());
        }
    }

    @Test
    void aKilledWriterLosesNothingThatItAppended() throws Exception {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final Random random = new Random(seed);
        final Path progressFile = directory.resolve("progress");
        final MappedByteBuffer progress = WriterProcess.progress(progressFile);
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            final Reading reading = new Reading(1);
            for (int round = 1; round <= 4; round++) {
                final long target = progress.getLong(0) + 1 + random.nextInt(60_000);
                try (TestProcess writer = TestProcess.start(
                        directory, WriterProcess.class, List.of(), stream, progressFile, Long.MAX_VALUE, 500_000, random.nextLong())) {
                    writer.await(() -> progress.getLong(0) >= target);
                }
                final long appended = progress.getLong(0);
                assertEquals(RunState.UNCLEAN, JournalRuns.list(stream).getLast().state());
                reading.drain(tailer);
                // the last append may have been done, its progress not yet noted
                assertTrue(reading.last() >= appended && reading.last() < appended + 65, reading.last() + " after " + appended);
                assertEquals("", JournalVerifier.verify(stream).runs().getLast().error());

                try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
                    // or all of it but the header, which tailers wait for
                    final long stands = appender.recovered().orElseThrow().lastSequence();
                    assertTrue(stands >= reading.last() && stands < appended + 65, stands + " after " + reading.last() + ", " + appended);
                    assertEquals(stands + 1, appender.nextSequence());
                    reading.drain(tailer);
                    assertEquals(stands, reading.last());
                    batch.append(appender, 10);
                    progress.putLong(0, appender.lastSequence());
                    reading.drain(tailer);
                    assertEquals(appender.lastSequence(), reading.last());
                }
            }
            assertEquals(reading.last(), Reading.lastOf(stream));
        }
        assertTrue(JournalVerifier.verify(stream).isSound());
    }

    @Test
    void aSecondWriterInAnotherProcessIsRefusedAndNamesTheFirst() throws Exception {
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            batch.append(appender, 1);
            // an attempt in this process must not loosen the lock
            refusedHere();
            try (TestProcess second = TestProcess.start(directory, WriterProcess.class, List.of(), stream, directory.resolve("p"), 10, 1000, 1)) {
                assertEquals(1, second.waitFor());
                assertTrue(second.output().contains(stream + " is already being written by process " + ProcessHandle.current().pid()
                        + ": stop it or use another directory"), second.output());
            }
            batch.append(appender, 1);
        }
        assertEquals(1, JournalRuns.list(stream).size());
        assertEquals(2, Reading.lastOf(stream));
    }

    @Test
    void aWriterIsRefusedAtOnceWhileAnotherProcessWrites() throws Exception {
        final MappedByteBuffer progress = WriterProcess.progress(directory.resolve("progress"));
        try (TestProcess writer = TestProcess.start(
                directory, WriterProcess.class, List.of(), stream, directory.resolve("progress"), Long.MAX_VALUE, 1 << 30, 1)) {
            writer.await(() -> progress.getLong(0) > 0);
            assertEquals(RunState.OPEN, JournalRuns.list(stream).getLast().state());
            final long before = System.nanoTime();
            final JournalException refusal = assertThrows(JournalException.class, () -> JournalAppender.open(stream, SMALL));
            assertTrue(System.nanoTime() - before < 1_000_000_000L);
            assertTrue(String.valueOf(refusal.getMessage()).contains("process " + writer.process().pid()), refusal.getMessage());
        }
        // its lock went with it
        JournalAppender.open(stream, SMALL).close();
    }

    @Test
    void aSecondWriterInThisProcessIsRefusedUntilTheFirstIsClosed() {
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            batch.append(appender, 1);
            refusedHere();
            refusedHere();
            batch.append(appender, 1);
        }
        try (JournalAppender next = JournalAppender.open(stream, SMALL)) {
            assertEquals(3, next.nextSequence());
        }
    }

    private void refusedHere() {
        final JournalException refusal = assertThrows(JournalException.class, () -> JournalAppender.open(stream, SMALL));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(stream + " is already being written by this process"));
    }
}
