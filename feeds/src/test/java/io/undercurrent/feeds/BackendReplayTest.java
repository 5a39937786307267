package io.undercurrent.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.undercurrent.codec.Times;
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
 * Every recording and the demo give the same alerts journal, byte for byte, from all backends: CUDA on the stand-in driver over all of it,
 * the reference, which is slow, over the first part, or over all with {@code -Dundercurrent.wholeReference=true}.
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

        /** Enough for every signal to exist for a while. The files of a whole day begin hours before the session. */
        long firstPartNs() {
            return switch (this) {
                case DEMO, AAPL, USDM, SPOT -> 30 * Times.MINUTE_NS;
                case BAC, IBM -> 6 * Times.HOUR_NS;
                case ARL -> 24 * Times.HOUR_NS;
            };
        }

        /** The Binance recordings are shorter than what the first signal needs. */
        boolean hasAlerts() {
            return this != USDM && this != SPOT;
        }
    }

    private List<String> alerts(final String backend, final Feed feed) {
        final Path folder = dir.resolve(backend);
        final Config config = Replays.config(folder).with(Setting.SIGNALS_BACKEND, backend).with(Setting.ALERTS_THRESHOLD, "-5.4")
                .with(Setting.ALERTS_CLEAR, "-5.4").with(Setting.ALERTS_HOLD_MS, "1000").with(Setting.ALERTS_COOLDOWN_MS, "1000")
                .with(Setting.SIGNALS_CUDA_DEADLINE_MS, "60000");
        try (feed; Engine engine = Engine.open(config)) {
            new FeedRunner(engine, feed, Pace.max(), FeedRunner.Progress.NONE).run();
            assertEquals("", engine.backendProblem());
            assertEquals(backend.equals("cuda") ? engine.counter(EngineCounter.SWEEPS) : 0, engine.counter(EngineCounter.CUDA_SWEEPS));
        }
        return Replays.alerts(folder);
    }

    private void assertSameAlerts(final Source source, final List<String> cpu, final List<String> other) {
        assertEquals(cpu, other);
        assertFalse(source.hasAlerts() && cpu.isEmpty(), "without alerts this shows nothing");
    }

    @ParameterizedTest
    @EnumSource
    void cudaGivesTheAlertsOfTheCpu(final Source source) {
        final boolean there = StandIn.folder().isPresent();
        if (!there) {
            System.out.println("skipped: the stand-in driver was not built, it needs g++");
        }
        assumeTrue(there, "the stand-in driver was not built, it needs g++");
        assertSameAlerts(source, alerts("cpu", source.open()), alerts("cuda", source.open()));
    }

    @ParameterizedTest
    @EnumSource
    void theReferenceGivesTheAlertsOfTheCpu(final Source source) {
        assertSameAlerts(source, alerts("cpu", shortened(source)), alerts("reference", shortened(source)));
    }

    private static Feed shortened(final Source source) {
        return WHOLE ? source.open() : new ShortenedFeed(source.open(), source.firstPartNs());
    }
}
