package io.undercurrent.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.undercurrent.engine.Engine;
import io.undercurrent.engine.FeedRunner;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import io.undercurrent.kernels.standin.StandIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every recording and the demo give the same alerts journal, byte for byte, from all backends: CUDA on the stand-in driver; the reference,
 * which is slow, with longer rows where there are many, or with the same by {@code -Dundercurrent.wholeReference=true}.
 */
class BackendReplayTest {
    private static final boolean WHOLE = Boolean.getBoolean("undercurrent.wholeReference");

    @TempDir
    private Path dir;

    @BeforeAll
    static void standInForTheDriver() {
        if (StandIn.folder().isPresent()) {
            StandIn.load().reset();
        }
    }

    /** What there is to replay. */
    enum Source {
        DEMO, AAPL, ARL, BAC, IBM, USDM, SPOT;

        Feed open() {
            return switch (this) {
                case DEMO -> new SimulatorFeed(SimulatorOptions.demo(7));
                case AAPL -> feed("lobster",
                        FeedOptions.NONE.withSeedBook(TestData.shared("lobster/AAPL_2012-06-21_first998_orderbook_10.csv")),
                        "lobster/AAPL_2012-06-21_34200000_37800000_message_50.csv.gz");
                case ARL -> feed("mbo-csv", FeedOptions.NONE, "xnas_mbo/ARL_xnas-itch_20250717_mbo.csv.gz");
                case BAC -> feed("us-ticks", FeedOptions.NONE, ticks("bac", 7, 8));
                case IBM -> feed("us-ticks", FeedOptions.NONE, ticks("ibm", 7, 11));
                case USDM -> feed("binance", FeedOptions.NONE, "binance/usdm_btcusdt_20240808.gz");
                case SPOT -> feed("binance", FeedOptions.NONE, "binance/spot_btcusdt_20240808.gz");
            };
        }

        private static String[] ticks(final String symbol, final int firstDay, final int lastDay) {
            return IntStream.rangeClosed(firstDay, lastDay).boxed()
                    .flatMap(day -> Stream.of("trade", "quote").map(kind -> String.format("us_ticks/%s_201310%02d_%s.zip", symbol, day, kind)))
                    .toArray(String[]::new);
        }

        private static Feed feed(final String format, final FeedOptions options, final String... files) {
            final List<Path> paths = new ArrayList<>();
            for (final String file : files) {
                paths.add(TestData.shared(file));
            }
            return FeedFormats.named(format).open(paths, options);
        }

        /** A second, unless the recording is shorter than the rows that a signal needs. */
        int rowMs() {
            return this == USDM || this == SPOT ? 100 : 1_000;
        }

        /** Rows that are few enough for the reference, and enough for every signal to exist for a while. */
        int longRowMs() {
            return switch (this) {
                case AAPL, USDM, SPOT -> rowMs();
                case ARL, DEMO -> 2_000;
                case BAC, IBM -> 10_000;
            };
        }
    }

    private List<String> alerts(final String backend, final Source source, final int rowMs) {
        final Path folder = dir.resolve(backend);
        final Config config = Replays.config(folder).with(Setting.SIGNALS_BACKEND, backend)
                .with(Setting.ROWS_INTERVAL_MS, String.valueOf(rowMs)).with(Setting.ALERTS_THRESHOLD, "-6.5")
                .with(Setting.ALERTS_CLEAR, "-6.5").with(Setting.ALERTS_HOLD_MS, "1000").with(Setting.ALERTS_COOLDOWN_MS, "1000")
                .with(Setting.SIGNALS_CUDA_DEADLINE_MS, "60000");
        try (Feed feed = source.open(); Engine engine = Engine.open(config)) {
            new FeedRunner(engine, feed, Pace.max(), FeedRunner.Progress.NONE).run();
            assertEquals("", engine.backendProblem());
            assertEquals(backend.equals("cuda") ? engine.counter(EngineCounter.SWEEPS) : 0, engine.counter(EngineCounter.CUDA_SWEEPS));
        }
        return Replays.alerts(folder);
    }

    private void assertSameAlerts(final Source source, final List<String> cpu, final List<String> other) {
        System.out.println(source + ": " + cpu.size() + " alerts");
        assertEquals(cpu, other);
        assertFalse(cpu.isEmpty(), "without alerts this shows nothing");
    }

    @ParameterizedTest
    @EnumSource
    void cudaGivesTheAlertsOfTheCpu(final Source source) {
        final boolean there = StandIn.folder().isPresent();
        if (!there) {
            System.out.println("skipped: the stand-in driver was not built, it needs g++");
        }
        assumeTrue(there, "the stand-in driver was not built, it needs g++");
        assertSameAlerts(source, alerts("cpu", source, source.rowMs()), alerts("cuda", source, source.rowMs()));
    }

    @ParameterizedTest
    @EnumSource
    void theReferenceGivesTheAlertsOfTheCpu(final Source source) {
        final int rowMs = WHOLE ? source.rowMs() : source.longRowMs();
        assertSameAlerts(source, alerts("cpu", source, rowMs), alerts("reference", source, rowMs));
    }
}
