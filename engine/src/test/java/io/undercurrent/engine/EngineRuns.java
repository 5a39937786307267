package io.undercurrent.engine;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.journal.JournalTailer;
import io.undercurrent.signals.Composite;
import io.undercurrent.signals.FittedConstants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Runs of an engine on noise, and what they journalled. */
final class EngineRuns {
    static final int INSTRUMENTS = 4;

    /** Net log-odds that nearly everything exceeds. */
    static final String ABOVE_QUIET = Float.toString(
            new Composite(1, 1_000, FittedConstants.standard().calibration()).quiet() + 0.01f);

    private static final long PATIENCE_NS = 60_000_000_000L;
    private static final long PARK_NS = 50_000;

    private EngineRuns() {
    }

    /** Alerts on next to nothing, so that noise gives many. */
    static Config config(final Path folder) {
        return Config.defaults().with(Setting.JOURNAL_DIR, folder.toString()).with(Setting.JOURNAL_MIN_FREE_BYTES, "0")
                .with(Setting.SIGNALS_MAX_INSTRUMENTS, String.valueOf(INSTRUMENTS)).with(Setting.SIGNALS_BACKEND, "cpu")
                .with(Setting.ALERTS_WARM_UP_MS, "0").with(Setting.ALERTS_HOLD_MS, "1000").with(Setting.ALERTS_COOLDOWN_MS, "5000")
                .with(Setting.ALERTS_THRESHOLD, ABOVE_QUIET).with(Setting.ALERTS_CLEAR, ABOVE_QUIET);
    }

    /** Returns the engine, closed. */
    static Engine run(final Config config, final Feed feed) {
        final Engine engine = Engine.open(config);
        try (engine) {
            new FeedRunner(engine, feed, Pace.max(), FeedRunner.Progress.NONE).run();
        }
        return engine;
    }

    /** As {@link DrivenFeed}; the engine stays open. */
    static void run(final Engine engine, final Feed feed, final Runnable beforePiece, final Runnable atEnd) {
        new FeedRunner(engine, new DrivenFeed(feed, beforePiece, atEnd), Pace.max(), FeedRunner.Progress.NONE).run();
    }

    static void awaitEmptyRing(final Engine engine) {
        await("an empty ring", () -> {
            engine.publishFeedCounters();
            return engine.counter(EngineCounter.RING_USED) == 0;
        });
    }

    static List<String> events(final Path folder) {
        return records(JournalFolder.events(folder));
    }

    static List<String> alerts(final Path folder) {
        return records(JournalFolder.alerts(folder));
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

    static void await(final String what, final BooleanSupplier condition) {
        final long deadline = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited too long: " + what);
            }
            LockSupport.parkNanos(PARK_NS);
        }
    }
}
