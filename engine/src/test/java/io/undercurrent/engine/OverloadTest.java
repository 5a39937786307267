package io.undercurrent.engine;

import static io.undercurrent.engine.EngineRuns.INSTRUMENTS;
import static io.undercurrent.engine.EngineRuns.alerts;
import static io.undercurrent.engine.EngineRuns.await;
import static io.undercurrent.engine.EngineRuns.awaitEmptyRing;
import static io.undercurrent.engine.EngineRuns.events;
import static io.undercurrent.engine.EngineRuns.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.engine.ring.IntakeStoppedException;
import io.undercurrent.signals.SignalBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens while the signals can't keep up: the journal and the feed go on, and the same alerts come later. */
class OverloadTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int ROW_MS = 1_000;
    private static final long RECORDS = 20_000;
    /** Where an excerpt's events begin; see the journal's README. */
    private static final int PAYLOAD_OFFSET = 24;
    private static final int SEGMENT_HEAD_BYTES = 4 << 20;

    @TempDir
    private Path dir;

    private Config catchingUp(final int slots, final int buffers) {
        return EngineRuns.config(dir.resolve("late")).with(Setting.SIGNALS_OVERLOAD, "catch-up")
                .with(Setting.RING_SLOTS, String.valueOf(slots)).with(Setting.SIGNALS_SWEEP_BUFFERS, String.valueOf(buffers));
    }

    private static Engine open(final Config config, final int room, final BooleanSupplier ready) {
        return Engine.open(config, Pace.max(), new StallingBackend(INSTRUMENTS, ROW_MS, room, ready));
    }

    /** Beside a run that nothing disturbed. */
    private void assertNothingIsDifferent(final Feed again) {
        final Path plain = dir.resolve("plain");
        run(EngineRuns.config(plain), again);
        assertFalse(alerts(plain).isEmpty(), "a test without alerts shows nothing");
        assertEquals(events(plain), events(dir.resolve("late")));
        assertEquals(alerts(plain), alerts(dir.resolve("late")));
    }

    @Test
    void aStuckBackendHoldsNeitherTheJournalNorTheFeed() {
        assertTimeoutPreemptively(LIMIT, () -> {
            final AtomicBoolean free = new AtomicBoolean();
            try (Engine engine = open(catchingUp(64, 2), 1, free::get)) {
                run(engine, new RandomFeed(1, RECORDS), () -> awaitEmptyRing(engine), () -> {
                    awaitEmptyRing(engine);
                    assertEquals(0, engine.counter(EngineCounter.RING_FULL_WAITS));
                    assertEquals(engine.publisher().lastSequence(), engine.counter(EngineCounter.EVENTS_JOURNALLED));
                    assertEquals(1, engine.counter(EngineCounter.BOOKS_DETACHED));
                    assertEquals(1, engine.counter(EngineCounter.BOOKS_DETACHMENTS));
                    assertEquals(0, engine.counter(EngineCounter.SWEEPS));
                    free.set(true);
                });
            }
            final Map<String, Long> counters = CountersFile.read(dir.resolve("late"));
            assertEquals(0, counters.get("books-detached"));
            assertEquals(0, counters.get("books-behind"));
            assertEquals(counters.get("events-published"), counters.get("events-booked"));
        });
        assertNothingIsDifferent(new RandomFeed(1, RECORDS));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomStallsThroughGapsRestartsAndJumpsChangeNothing(final long seed) {
        final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        final Config config = catchingUp(64 << random.nextInt(5), 1 + random.nextInt(20));
        final RandomGenerator stalls = RandomGeneratorFactory.of("L64X128MixRandom").create(~seed);
        final int[] left = new int[1];
        final int[] burst = new int[1];
        final long[] detachments = new long[1];
        assertTimeoutPreemptively(LIMIT, () -> {
            try (Engine engine = open(config, 1 + random.nextInt(4), () -> {
                if (left[0]-- > 0) {
                    return false;
                }
                left[0] = stalls.nextInt(24) == 0 ? stalls.nextInt(300) : 0;
                return true;
            })) {
                run(engine, new TroubledFeed(seed, RECORDS), () -> {
                    // mostly together with the books, now and then a burst
                    if (burst[0] > 0) {
                        burst[0]--;
                    } else {
                        burst[0] = random.nextInt(40) == 0 ? random.nextInt(100) : 0;
                        await("everything booked",
                                () -> engine.counter(EngineCounter.EVENTS_BOOKED) == engine.publisher().lastSequence());
                    }
                }, () -> { });
                detachments[0] = engine.counter(EngineCounter.BOOKS_DETACHMENTS);
            }
        }, "seed " + seed);
        assertTrue(detachments[0] > 3, "seed " + seed + ": the books left only " + detachments[0] + " times");
        assertNothingIsDifferent(new TroubledFeed(seed, RECORDS));
    }

    @Test
    void aFeedWithAPaceDoesNotWaitUnlessToldTo() {
        final AtomicBoolean free = new AtomicBoolean();
        final Config config = catchingUp(64, 2).with(Setting.SIGNALS_OVERLOAD, "auto");
        assertTimeoutPreemptively(LIMIT, () -> {
            try (Engine engine = Engine.open(config, Pace.times(1e9),
                    new StallingBackend(INSTRUMENTS, ROW_MS, 1, free::get))) {
                run(engine, new RandomFeed(1, RECORDS), () -> { }, () -> free.set(true));
            }
        });
        assertNothingIsDifferent(new RandomFeed(1, RECORDS));
    }

    @Test
    void aBackendThatFailsWhileTheBooksAreAwayStopsIntakeAndLosesNothingTakenIn() {
        assertTimeoutPreemptively(LIMIT, () -> {
            final AtomicBoolean free = new AtomicBoolean();
            final Engine engine = open(catchingUp(64, 2), 1, () -> {
                if (free.get()) {
                    throw new IllegalStateException("planted failure");
                }
                return false;
            });
            final IntakeStoppedException stopped = assertThrows(IntakeStoppedException.class,
                    () -> run(engine, new RandomFeed(7, Long.MAX_VALUE), () -> {
                        awaitEmptyRing(engine);
                        free.set(engine.counter(EngineCounter.BOOKS_DETACHED) == 1);
                    }, () -> { }));
            assertEquals("signals and alerts failed: planted failure", stopped.getMessage());
            final long published = engine.publisher().lastSequence();
            engine.close();
            assertEquals(published, events(dir.resolve("late")).size());
        });
    }

    @Test
    void aJournalThatCannotBeReadBackStopsIntakeAndSaysWhy() {
        assertTimeoutPreemptively(LIMIT, () -> {
            final Engine engine = open(catchingUp(64, 2), 1, () -> false);
            final boolean[] flipped = new boolean[1];
            final String message = assertThrows(IntakeStoppedException.class,
                    () -> run(engine, new RandomFeed(7, Long.MAX_VALUE), () -> {
                        awaitEmptyRing(engine);
                        if (!flipped[0] && engine.publisher().published() > 0) {
                            flipped[0] = true;
                            flipBitOfLastExcerpt(JournalFolder.events(dir.resolve("late")));
                        }
                    }, () -> { })).getMessage();
            assertTrue(message.startsWith("catching up from the events journal failed: "), message);
            assertEquals(1, message.lines().count(), message);
            engine.close();
        });
    }

    @Test
    void aProcessKilledWhileTheBooksAreAwayHasJournalledAllThatTheSameAlertsNeed() throws IOException {
        final Path late = dir.resolve("late");
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + root().resolve("jvm.args"), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), StuckEngineProcess.class.getName(), late.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader output = process.inputReader()) {
            assertEquals(StuckEngineProcess.READY, output.readLine());
        } finally {
            process.destroyForcibly().onExit().join();
        }
        final Path plain = dir.resolve("plain");
        run(EngineRuns.config(plain), new RandomFeed(StuckEngineProcess.SEED, StuckEngineProcess.RECORDS));
        final Path replayed = dir.resolve("replayed");
        run(EngineRuns.config(replayed), new CopiedEvents(JournalFolder.events(late)));
        final List<String> alerts = alerts(plain);
        final List<String> before = alerts(late);
        assertTrue(before.size() < alerts.size(), "the killed engine missed none of the " + alerts.size() + " alerts");
        assertEquals(alerts.subList(0, before.size()), before);
        assertEquals(alerts, alerts(replayed));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("jvm.args"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static void flipBitOfLastExcerpt(final Path stream) {
        try (Stream<Path> files = Files.walk(stream)) {
            final Path segment = files.filter(file -> file.toString().endsWith(".cq4")).findFirst().orElseThrow();
            try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                final ByteBuffer head = ByteBuffer.allocate(SEGMENT_HEAD_BYTES);
                channel.read(head, 0);
                final int at = new String(head.array(), StandardCharsets.ISO_8859_1).lastIndexOf("UCJ1") + PAYLOAD_OFFSET;
                channel.write(ByteBuffer.wrap(new byte[] {(byte) (head.get(at) ^ 1)}), at);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
