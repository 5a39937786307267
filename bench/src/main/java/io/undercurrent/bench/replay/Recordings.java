package io.undercurrent.bench.replay;

import io.undercurrent.feeds.FeedFormats;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to replay: the simulator always, real recordings where their files are ({@code -Dbench.data=FOLDER}, else
 * {@code ../shared/data} beside the checkout). What is absent is said on stderr.
 */
public final class Recordings {
    private static final long SEED = 1;
    private static final long TENTH = 100_000_000;
    private static final long CENT = 10_000_000;
    private static final long BINANCE_FUTURES_SIZE = 1_000_000;
    private static final long BINANCE_SPOT_SIZE = 10_000;

    private Recordings() {
    }

    public static Recording simulator() {
        return new Recording("simulator, demo day (made while it runs)", () -> new SimulatorFeed(SimulatorOptions.demo(SEED)));
    }

    /** The journal of an earlier replay. */
    public static Recording journal(final Path folder) {
        return file("journal of the simulator's demo day", "journal", FeedOptions.NONE, folder);
    }

    /** Those whose files are here. */
    public static List<Recording> recorded() {
        final Path data = folder();
        final List<Recording> found = new ArrayList<>();
        final Path lobster = data.resolve("lobster");
        add(found, "lobster AAPL 2012-06-21, 1 h", "lobster",
                FeedOptions.NONE.withSeedBook(lobster.resolve("AAPL_2012-06-21_first998_orderbook_10.csv")),
                lobster.resolve("AAPL_2012-06-21_34200000_37800000_message_50.csv.gz"));
        add(found, "mbo-csv ARL 2025-07-17", "mbo-csv", FeedOptions.NONE,
                data.resolve("xnas_mbo").resolve("ARL_xnas-itch_20250717_mbo.csv.gz"));
        final Path ticks = data.resolve("us_ticks");
        add(found, "us-ticks BAC 2013-10-08", "us-ticks", FeedOptions.NONE,
                ticks.resolve("bac_20131008_trade.zip"), ticks.resolve("bac_20131008_quote.zip"));
        final List<Path> ibm = new ArrayList<>();
        for (int day = 7; day <= 11; day++) {
            for (final String kind : List.of("trade", "quote")) {
                ibm.add(ticks.resolve(String.format("ibm_201310%02d_%s.zip", day, kind)));
            }
        }
        add(found, "us-ticks IBM 2013-10-07 … 11", "us-ticks", FeedOptions.NONE, ibm.toArray(Path[]::new));
        final Path binance = data.resolve("binance");
        add(found, "binance BTCUSDT futures, 5 min 44 s", "binance",
                FeedOptions.NONE.withPriceIncrement(TENTH).withSizeIncrement(BINANCE_FUTURES_SIZE),
                binance.resolve("usdm_btcusdt_20240808.gz"));
        add(found, "binance BTCUSDT spot, 5 min 46 s", "binance",
                FeedOptions.NONE.withPriceIncrement(CENT).withSizeIncrement(BINANCE_SPOT_SIZE),
                binance.resolve("spot_btcusdt_20240808.gz"));
        return found;
    }

    private static void add(
            final List<Recording> found, final String label, final String format, final FeedOptions options, final Path... files) {
        for (final Path file : files) {
            if (!Files.exists(file)) {
                System.err.println("not here, so not measured: " + label);
                return;
            }
        }
        found.add(file(label, format, options, files));
    }

    private static Recording file(final String label, final String format, final FeedOptions options, final Path... files) {
        return new Recording(label, () -> FeedFormats.named(format).open(List.of(files), options));
    }

    private static Path folder() {
        final String given = System.getProperty("bench.data", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve("jvm.args"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared").resolve("data");
    }
}
