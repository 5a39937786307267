package io.undercurrent.engine;

import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.Pace;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** An engine whose backend gets stuck after some sweeps, so that its books leave the ring; then it waits to be killed. */
final class StuckEngineProcess {
    static final String READY = "ready";
    static final long SEED = 11;
    static final long RECORDS = 20_000;

    private static final int SWEEPS = 1_200;

    private StuckEngineProcess() {
    }

    public static void main(final String[] arguments) {
        final int[] polls = new int[1];
        final Engine engine = Engine.open(EngineRuns.config(Path.of(arguments[0])).with(Setting.SIGNALS_OVERLOAD, "catch-up")
                .with(Setting.SIGNALS_SWEEP_BUFFERS, "4"), Pace.max(),
                new StallingBackend(EngineRuns.INSTRUMENTS, 1_000, 1, () -> polls[0]++ < SWEEPS));
        final Feed feed = new RandomFeed(SEED, RECORDS);
        new FeedRunner(engine, new DrivenFeed(feed, () -> { }, () -> {
            EngineRuns.await("journal", () -> engine.counter(EngineCounter.EVENTS_JOURNALLED) == engine.publisher().lastSequence());
            EngineRuns.await("signals", () -> engine.counter(EngineCounter.SWEEPS) == SWEEPS);
            System.out.println(engine.counter(EngineCounter.BOOKS_DETACHED) == 1 ? READY : "the books are at the ring");
            while (true) {
                LockSupport.park();
            }
        }), Pace.max(), FeedRunner.Progress.NONE).run();
    }
}
