package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JournalDurabilityTest {
    private static final JournalOptions SMALL = JournalOptions.DEFAULT.withSegmentBytes(100_000).withForceIntervalMs(1);

    @TempDir
    private Path stream;
    private final TestDisk disk = new TestDisk();
    private final Batch batch = new Batch();

    @ParameterizedTest
    @EnumSource
    void acknowledgesEverythingAtEveryLevelOverSegmentsAndSaysSoOnTheDisk(final Durability level) {
        try (JournalAppender appender = open(level)) {
            assertEquals(0, appender.acknowledgedSequence());
            for (int i = 0; i < 200; i++) {
                batch.append(appender, 20);
                assertTrue(appender.acknowledgedSequence() <= appender.lastSequence());
            }
            TestProcess.await(() -> appender.acknowledgedSequence() == 4_000, "the acknowledgement");
            if (level != Durability.APPENDED) {
                assertEquals(OptionalLong.of(4_000), onDisk());
            }
        }
        assertEquals(OptionalLong.of(4_000), onDisk());
        assertTrue(Files.exists(newest().segment(2)), "several segments");
        assertEquals(4_000, Reading.lastOf(stream));
    }

    @Test
    void appendedAcknowledgesAtOnceAndForcesOnlyAtTheEnd() {
        try (JournalAppender appender = open(Durability.APPENDED)) {
            batch.append(appender, 3);
            assertEquals(3, appender.acknowledgedSequence());
            assertEquals(0, disk.forces());
        }
        assertTrue(disk.forces() > 0);
    }

    @Test
    void batchReturnsOnlyAfterTheForce() {
        try (JournalAppender appender = open(Durability.BATCH)) {
            for (int i = 1; i <= 20; i++) {
                final int before = disk.forces();
                batch.append(appender, 2);
                assertTrue(disk.forces() > before);
                assertEquals(2L * i, appender.acknowledgedSequence());
                assertEquals(OptionalLong.of(2L * i), onDisk());
            }
        }
    }

    @Test
    void theWatermarkIsNeverAheadOfTheForce() {
        try (JournalAppender appender = open(Durability.INTERVAL)) {
            disk.holdForces();
            batch.append(appender, 5);
            TestProcess.await(disk::forceIsWaiting, "the force");
            // appended while that force was on its way: not what it promises
            batch.append(appender, 5);
            assertEquals(0, appender.acknowledgedSequence());
            assertEquals(OptionalLong.of(0), onDisk());
            disk.letForceThrough();
            TestProcess.await(() -> appender.acknowledgedSequence() > 0, "the acknowledgement");
            assertEquals(5, appender.acknowledgedSequence());
            TestProcess.await(disk::forceIsWaiting, "the next force");
            disk.letAllThrough();
            TestProcess.await(() -> appender.acknowledgedSequence() == 10, "the acknowledgement");
        }
    }

    @Test
    void aForceThatIsOvertakenByTheEndOfItsSegmentIsNoFailure() {
        try (JournalAppender appender = open(Durability.INTERVAL)) {
            batch.append(appender, 5);
            TestProcess.await(() -> appender.acknowledgedSequence() == 5, "the acknowledgement");
            disk.holdForces();
            batch.append(appender, 5);
            TestProcess.await(disk::forceIsWaiting, "the force");
            while (!Files.exists(newest().segment(3))) {
                batch.append(appender, 64);
            }
            // what it was to force is no longer mapped
            disk.letAllThrough();
            TestProcess.await(() -> appender.acknowledgedSequence() == appender.lastSequence() || appender.failure().isPresent(),
                    "the acknowledgement");
            assertEquals(Optional.empty(), appender.failure());
        }
        assertEquals(RunState.CLEAN, JournalRuns.list(stream).getLast().state());
    }

    @Test
    void anIdleStreamIsNotForced() {
        try (JournalAppender appender = open(Durability.INTERVAL); JournalAppender busy = JournalAppender.open(stream.resolve("busy"), SMALL)) {
            batch.append(appender, 5);
            TestProcess.await(() -> appender.acknowledgedSequence() == 5, "the acknowledgement");
            final int before = disk.forces();
            for (int i = 1; i <= 5; i++) {
                batch.append(busy, 1);
                final long last = i;
                TestProcess.await(() -> busy.acknowledgedSequence() == last, "another stream's acknowledgement");
            }
            assertEquals(before, disk.forces());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERVAL", "BATCH"})
    void aFailedForceIsFinalForItsRun(final Durability level) {
        final JournalAppender appender = open(level);
        batch.append(appender, 5);
        TestProcess.await(() -> appender.acknowledgedSequence() == 5, "the acknowledgement");
        final int before = disk.forces();
        disk.failForces(true);
        final JournalException failure = assertThrows(JournalException.class, () -> {
            batch.append(appender, 1);
            TestProcess.await(() -> appender.failure().isPresent(), "the failed force");
            batch.append(appender, 1);
        });
        assertTrue(String.valueOf(failure.getMessage()).contains("Input/output error"), failure.getMessage());
        assertEquals(before + 1, disk.forces());

        disk.failForces(false);
        assertThrows(JournalException.class, () -> batch.append(appender, 1));
        assertThrows(JournalException.class, appender::suspend);
        appender.close();
        assertEquals(before + 1, disk.forces(), "never forced again");
        assertEquals(5, appender.acknowledgedSequence());
        assertEquals(OptionalLong.of(5), onDisk());
        assertEquals(RunState.UNCLEAN, JournalRuns.list(stream).getLast().state());
        try (JournalAppender next = open(level)) {
            assertTrue(next.nextSequence() >= 6);
            batch.append(next, 1);
        }
        assertTrue(Reading.lastOf(stream) >= 6);
    }

    @Test
    void whatAKilledProcessAppendedIsForcedBeforeItsSuccessorAcknowledgesIt() throws Exception {
        open(Durability.INTERVAL).close();
        Files.delete(newest().path().resolve(RunStop.FILE));
        disk.failForces(true);
        final JournalException refusal = assertThrows(JournalException.class, () -> open(Durability.INTERVAL));
        assertTrue(String.valueOf(refusal.getMessage()).contains("Input/output error"), refusal.getMessage());
    }

    @Test
    void theRunsClockCanStepAsItLikes() {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final Random random = new Random(seed);
        long last = 0;
        try (JournalAppender appender = JournalAppender.open(
                stream, SMALL, Optional.empty(), () -> Instant.ofEpochSecond(random.nextInt()), disk)) {
            for (int i = 0; i < 10; i++) {
                for (int k = 0; k < 50; k++) {
                    batch.append(appender, 1 + random.nextInt(60));
                }
                last = appender.lastSequence();
                appender.suspend();
                appender.resume();
            }
        }
        assertEquals(last, Reading.lastOf(stream));
        assertTrue(JournalVerifier.verify(stream).isSound());
    }

    @Test
    void aDamagedWatermarkIsNone() throws Exception {
        try (JournalAppender appender = open(Durability.BATCH)) {
            batch.append(appender, 5);
        }
        final Path file = newest().path().resolve(Acknowledged.FILE);
        final byte[] bytes = Files.readAllBytes(file);
        bytes[0] ^= 1;
        Files.write(file, bytes);
        assertEquals(OptionalLong.empty(), onDisk());
        Files.delete(file);
        assertEquals(OptionalLong.empty(), onDisk());
    }

    private JournalAppender open(final Durability level) {
        return JournalAppender.open(stream, SMALL.withDurability(level), Optional.empty(), Instant::now, disk);
    }

    private OptionalLong onDisk() {
        return Acknowledged.read(newest().path(), RunStart.read(newest().path()).seed());
    }

    private RunDirectory newest() {
        return RunDirectory.list(stream).getLast();
    }
}
