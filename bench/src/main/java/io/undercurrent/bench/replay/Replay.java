package io.undercurrent.bench.replay;

import io.undercurrent.engine.Engine;
import io.undercurrent.engine.FeedRunner;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.Pace;
import java.nio.file.Path;

/**
 * One run of a recording through the whole engine.
 *
 * @param events published and journalled
 * @param seconds from the first poll until everything is journalled and evaluated; opening and closing are outside
 * @param inputMb megabytes of the source as stored, 0 where there are none
 */
record Replay(long events, double seconds, long alerts, long rejects, long rows, double inputMb) {
    private static final double NANOSECONDS = 1e9;
    private static final double MEGABYTE = 1e6;

    /** @param journal a folder that does not exist yet */
    static Replay run(final Recording recording, final Path journal) {
        final Config config = Config.defaults().with(Setting.JOURNAL_DIR, journal.toString());
        try (Engine engine = Engine.open(config); Feed feed = recording.opener().get()) {
            final long start = System.nanoTime();
            new FeedRunner(engine, feed, Pace.max(), FeedRunner.Progress.NONE).run();
            final double seconds = (System.nanoTime() - start) / NANOSECONDS;
            return new Replay(engine.publisher().published(), seconds, engine.counter(EngineCounter.ALERTS),
                    engine.publisher().rejects(), engine.counter(EngineCounter.ROWS),
                    feed.name().equals("simulator") ? 0 : feed.bytesTotal() / MEGABYTE);
        }
    }

    double eventsPerSecond() {
        return events / seconds;
    }
}
