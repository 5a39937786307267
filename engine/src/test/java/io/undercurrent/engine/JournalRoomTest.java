package io.undercurrent.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.engine.ring.IntakeStoppedException;
import io.undercurrent.journal.JournalRuns;
import io.undercurrent.journal.JournalTailer;
import io.undercurrent.journal.JournalVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a small file system of its own, which only root can mount. */
class JournalRoomTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long RECORDS = 60_000;
    /** Less than the journal will need. */
    private static final long ROOM_BYTES = 2 << 20;

    @TempDir
    private Path dir;
    private Path disk;
    private Path filler;

    @BeforeEach
    void mountASmallDisk() throws IOException, InterruptedException {
        disk = Files.createDirectory(dir.resolve("disk"));
        filler = disk.resolve("filler");
        final Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk.toString())
                .redirectErrorStream(true).start();
        final String said = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        final boolean mounted = mount.waitFor(10, TimeUnit.SECONDS) && mount.exitValue() == 0;
        Assumptions.assumeTrue(mounted, () -> "no small disk can be mounted here: " + said);
    }

    @AfterEach
    void unmountIt() throws IOException, InterruptedException {
        new ProcessBuilder("umount", disk.toString()).start().waitFor(10, TimeUnit.SECONDS);
    }

    private static Config config(final Path journal) {
        return Config.defaults().with(Setting.JOURNAL_DIR, journal.toString()).with(Setting.JOURNAL_MIN_FREE_BYTES, "0")
                .with(Setting.JOURNAL_SEGMENT_BYTES, "1048576").with(Setting.JOURNAL_AHEAD_BYTES, "262144")
                .with(Setting.SIGNALS_MAX_INSTRUMENTS, "4").with(Setting.ALERTS_WARM_UP_MS, "0").with(Setting.ALERTS_HOLD_MS, "1000")
                .with(Setting.ALERTS_COOLDOWN_MS, "5000").with(Setting.ALERTS_THRESHOLD, EngineRuns.ABOVE_QUIET)
                .with(Setting.ALERTS_CLEAR, EngineRuns.ABOVE_QUIET);
    }

    private static List<String> records(final Path stream) {
        final List<String> records = new ArrayList<>();
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            tailer.poll((buffer, offset, length) -> {
                final byte[] bytes = new byte[length];
                buffer.getBytes(offset, bytes);
                records.add(HexFormat.of().formatHex(bytes));
            }, Integer.MAX_VALUE);
        }
        return records;
    }

    private Path undisturbed() {
        final Path journal = dir.resolve("undisturbed");
        try (Engine engine = Engine.open(config(journal))) {
            new FeedRunner(engine, new RandomFeed(11, RECORDS), Pace.max(), FeedRunner.Progress.NONE).run();
        }
        return journal;
    }

    private void fill() throws IOException {
        final byte[] megabyte = new byte[1 << 20];
        try (var out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(disk).getUsableSpace() > ROOM_BYTES + megabyte.length) {
                out.write(megabyte);
            }
        }
    }

    /** Runs on the disk that has been filled up, and calls back whenever it is seen to pause. */
    private long run(final Config config, final BiConsumer<Engine, FeedRunner> onPause) throws IOException {
        try (Engine engine = Engine.open(config)) {
            fill();
            final FeedRunner runner = new FeedRunner(engine, new RandomFeed(11, RECORDS), Pace.max(), FeedRunner.Progress.NONE);
            Thread.ofPlatform().daemon().start(() -> {
                while (!engine.isPaused()) {
                    LockSupport.parkNanos(1_000_000);
                }
                onPause.accept(engine, runner);
            });
            runner.run();
            return engine.counter(EngineCounter.JOURNAL_PAUSES);
        }
    }

    private void removeFiller() {
        try {
            Files.deleteIfExists(filler);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertSound(final Path journal) {
        JournalVerifier.verify(JournalFolder.events(journal)).runs().forEach(run -> assertEquals("", run.error()));
        JournalVerifier.verify(JournalFolder.alerts(journal)).runs().forEach(run -> assertEquals("", run.error()));
    }

    private void pausesAndGoesOn(final Config config, final Path journal) throws IOException {
        final Path expected = undisturbed();
        final long pauses = run(config, (engine, runner) -> removeFiller());
        assertTrue(pauses > 0, "it never paused");
        assertSound(journal);
        assertEquals(records(JournalFolder.events(expected)), records(JournalFolder.events(journal)));
        final List<String> alerts = records(JournalFolder.alerts(journal));
        assertFalse(alerts.isEmpty(), "a test without alerts shows nothing");
        assertEquals(records(JournalFolder.alerts(expected)), alerts);
        assertTrue(JournalRuns.list(JournalFolder.events(journal)).size() > 1, "a pause ends a run");
    }

    @Test
    void intakePausesOnAFullDiskAndGoesOnInANewRunWhenThereIsRoomAgain() {
        assertTimeoutPreemptively(LIMIT, () -> pausesAndGoesOn(config(disk.resolve("j")), disk.resolve("j")));
    }

    @Test
    void intakePausesBelowTheMarkBeforeTheDiskIsFull() {
        final Config config = config(disk.resolve("j")).with(Setting.JOURNAL_MIN_FREE_BYTES, "8388608");
        assertTimeoutPreemptively(LIMIT, () -> pausesAndGoesOn(config, disk.resolve("j")));
    }

    @Test
    void aStopWhileItPausesSaysWhatIsNotJournalledAndKeepsWhatIs() {
        assertTimeoutPreemptively(LIMIT, () -> {
            final List<String> expected = records(JournalFolder.events(undisturbed()));
            final Path journal = disk.resolve("j");
            final String message = assertThrows(IntakeStoppedException.class,
                    () -> run(config(journal), (engine, runner) -> runner.stop())).getMessage();
            assertTrue(message.contains("no room") && message.contains("not journalled"), message);
            removeFiller();
            assertSound(journal);
            final List<String> kept = records(JournalFolder.events(journal));
            assertEquals(expected.subList(0, kept.size()), kept);
            assertTrue(kept.size() < expected.size());
        });
    }
}
