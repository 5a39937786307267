package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalSpaceTest {
    private static final JournalOptions SMALL =
            JournalOptions.DEFAULT.withSegmentBytes(400_000).withAheadBytes(1 << 20).withMinFreeBytes(0);

    @TempDir
    private Path directory;
    private final TestDisk disk = new TestDisk();
    private final Batch batch = new Batch();
    private long written;

    @Test
    void aFullDiskRefusesTheAppendBeforeAnythingIsWrittenAndTakesItWhenThereIsRoom() {
        final Path stream = directory.resolve("events");
        try (JournalAppender appender = open(stream, SMALL.withSegmentBytes(100 << 20))) {
            disk.room(3 << 20);
            final long last = fill(appender);
            for (int i = 0; i < 3; i++) {
                assertThrows(JournalFullException.class, () -> batch.append(appender, 64));
                assertEquals(last, appender.lastSequence());
                assertEquals(last, Reading.lastOf(stream));
            }
            TestProcess.await(() -> appender.acknowledgedSequence() == last, "the acknowledgement");
            disk.room(Long.MAX_VALUE);
            batch.append(appender, 64);
            assertEquals(last + 64, Reading.lastOf(stream));
        }
        assertTrue(JournalVerifier.verify(stream).isSound());
    }

    @Test
    void aFullDiskStopsARollToo() {
        final Path stream = directory.resolve("events");
        try (JournalAppender appender = open(stream, SMALL)) {
            disk.room(0);
            final long last = fill(appender);
            assertTrue(last * Batch.EVENT_LENGTH > 300_000, "the segment was filled");
            disk.room(Long.MAX_VALUE);
            batch.append(appender, 64);
            assertEquals(last + 64, Reading.lastOf(stream));
        }
        assertTrue(Files.exists(RunDirectory.list(stream).getLast().segment(1)));
    }

    @Test
    void suspendingClosesTheRunInOrderAndResumingGoesOnInANewOne() throws IOException {
        final Path stream = directory.resolve("events");
        try (JournalAppender appender = open(stream, SMALL); JournalTailer tailer = JournalTailer.open(stream)) {
            final Reading reading = new Reading(1);
            for (int round = 1; round <= 5; round++) {
                for (int i = 0; i < 100; i++) {
                    batch.append(appender, 50);
                }
                final String run = appender.run();
                appender.suspend();
                appender.suspend();
                assertTrue(appender.isSuspended());
                assertEquals(appender.lastSequence(), appender.acknowledgedSequence());
                final JournalRun ended = JournalRuns.list(stream).getLast();
                assertEquals(RunState.CLEAN, ended.state());
                assertEquals(appender.lastSequence(), ended.lastSequence());
                assertTrue(ended.fileBytes() < 2 * ended.payloadBytes() + (1 << 20), "unused room was given back: " + ended);
                assertThrows(JournalException.class, () -> batch.append(appender, 1));
                reading.drain(tailer);
                assertEquals(appender.lastSequence(), reading.last());
                appender.resume();
                appender.resume();
                assertFalse(appender.isSuspended());
                assertFalse(run.equals(appender.run()));
            }
            batch.append(appender, 1);
            reading.drain(tailer);
            assertEquals(25_001, reading.last());
        }
        assertTrue(JournalVerifier.verify(stream).isSound());
    }

    @Test
    void resumingWaitsForRoomAndLeavesNothingBehindWhenRefused() throws IOException {
        final Path stream = directory.resolve("events");
        try (JournalAppender appender = open(stream, SMALL.withMinFreeBytes(5 << 20))) {
            batch.append(appender, 5);
            appender.suspend();
            // above the mark there can still be too little, as others may take it
            for (final long room : new long[] {0, (5 << 20) - 1}) {
                disk.room(room);
                assertThrows(JournalFullException.class, appender::resume);
                assertTrue(appender.isSuspended());
                try (Stream<Path> entries = Files.list(stream)) {
                    assertEquals(1, entries.filter(Files::isDirectory).count());
                }
            }
            disk.room(50 << 20);
            appender.resume();
            batch.append(appender, 5);
        }
        assertEquals(10, Reading.lastOf(stream));
    }

    @Test
    void aNewRunThatFindsNoRoomLeavesNothing() throws IOException {
        final Path stream = directory.resolve("events");
        disk.room(100_000);
        assertThrows(JournalFullException.class, () -> open(stream, SMALL));
        try (Stream<Path> entries = Files.list(stream)) {
            assertEquals(List.of(), entries.filter(Files::isDirectory).toList());
        }
        disk.room(Long.MAX_VALUE);
        open(stream, SMALL).close();
    }

    @Test
    void theNextSegmentIsThereBeforeItIsNeededAndGoneWhenItWasNot() {
        final Path stream = directory.resolve("events");
        final RunDirectory run;
        try (JournalAppender appender = open(stream, SMALL)) {
            run = RunDirectory.list(stream).getLast();
            batch.append(appender, 5);
            TestProcess.await(() -> Files.exists(run.preparedSegment(1)), "the next segment");
            assertFalse(Files.exists(run.segment(1)));
            for (int i = 0; i < 200; i++) {
                batch.append(appender, 50);
            }
            assertTrue(Files.exists(run.segment(1)));
            final int newest = Files.exists(run.segment(2)) ? 2 : 1;
            TestProcess.await(() -> Files.exists(run.preparedSegment(newest + 1)), "the segment after it");
        }
        for (int k = 0; k < 5; k++) {
            assertFalse(Files.exists(run.preparedSegment(k)));
        }
    }

    @Test
    void saysHowMuchIsLeftAndWhenThatIsLow() throws IOException {
        final SpaceWatch watch = new SpaceWatch(
                directory, SMALL.withMinFreeBytes(1_000_000).withMinFreeMinutes(2), disk, () -> written);
        disk.room(600_000_000);
        watch.look(0);
        assertEquals(new JournalSpace(600_000_000, 0, Double.POSITIVE_INFINITY, false), watch.space());
        for (int second = 1; second <= 20; second++) {
            written += second <= 10 ? 1_000_000 : 6_000_000;
            watch.look(second * 1_000_000_000L);
            if (second == 10) {
                assertEquals(new JournalSpace(600_000_000, 1e6, 10, false), watch.space());
            }
        }
        assertEquals(600_000_000 / 6e6 / 60, watch.space().minutesLeft(), 1e-9);
        assertTrue(watch.space().low(), "by the minutes");
        for (int second = 21; second <= 40; second++) {
            watch.look(second * 1_000_000_000L);
        }
        assertFalse(watch.space().low());
        disk.room(999_999);
        watch.look(41_000_000_000L);
        assertTrue(watch.space().low(), "by the bytes");
    }

    @Test
    void aDiskThatDoesNotSayHowMuchIsLeftDoesNotEndTheThreadThatAsks() {
        disk.room(500_000);
        final SpaceWatch watch = new SpaceWatch(directory, SMALL.withMinFreeBytes(0), disk, () -> written);
        disk.failLooks();
        watch.look(0);
        assertEquals(500_000, watch.space().freeBytes());
    }

    /** Every size ends elsewhere: in a segment, at its end, in what a run has at its start. */
    @ParameterizedTest
    @ValueSource(strings = {"-XX:TieredStopAtLevel=1", "-Xint"})
    void aDiskThatIsReallyFullNeverEndsTheProcess(final String mode) throws Exception {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final Random random = new Random(seed);
        final Path mount = Files.createDirectory(directory.resolve("full"));
        for (int round = 0; round < 2; round++) {
            final int kib = 6_000 + random.nextInt(6_000);
            final int status = run("mount", "-t", "tmpfs", "-o", "size=" + kib + "k", "tmpfs", mount.toString());
            Assumptions.assumeTrue(status == 0, "skipped: mounting a small tmpfs needs root");
            try (TestProcess writer = TestProcess.start(directory, FullDiskProcess.class, List.of(mode), mount)) {
                assertEquals(0, writer.waitFor(), writer.output());
                assertEquals("full 3 times behind " + Reading.lastOf(mount.resolve("events")), writer.output().strip());
                assertTrue(JournalVerifier.verify(mount.resolve("events")).isSound());
            } finally {
                run("umount", mount.toString());
            }
        }
    }

    @Test
    void nothingLeaksOverManyRuns() throws IOException {
        final Path stream = directory.resolve("events");
        try (JournalKeeper keeper = JournalKeeper.start()) {
            cycle(stream, keeper, 3);
            final long files = openFiles();
            final long mappings = mappings();
            final long threads = Thread.getAllStackTraces().size();
            cycle(stream, keeper, 20);
            TestProcess.await(() -> openFiles() <= files && mappings() <= mappings, "files and mappings to be released");
            assertTrue(Thread.getAllStackTraces().size() <= threads + 1);
        }
    }

    private void cycle(final Path stream, final JournalKeeper keeper, final int times) {
        for (int i = 0; i < times; i++) {
            try (JournalAppender appender = JournalAppender.open(stream, SMALL, keeper);
                    JournalAppender own = JournalAppender.open(directory.resolve("own"), SMALL)) {
                for (int k = 0; k < 200; k++) {
                    batch.append(appender, 50);
                    batch.append(own, 50);
                }
                appender.suspend();
                appender.resume();
            }
        }
    }

    private static long openFiles() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.count();
        } catch (final IOException e) {
            return 0;
        }
    }

    private long mappings() {
        try {
            return Files.readAllLines(Path.of("/proc/self/maps"), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.contains(directory.toString())).count();
        } catch (final IOException e) {
            return 0;
        }
    }

    private static int run(final String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private JournalAppender open(final Path stream, final JournalOptions options) {
        return JournalAppender.open(stream, options, Optional.empty(), Instant::now, disk);
    }

    /** The last sequence before the disk was full. */
    private long fill(final JournalAppender appender) {
        assertThrows(JournalFullException.class, () -> {
            while (true) {
                batch.append(appender, 64);
            }
        });
        return appender.lastSequence();
    }
}
