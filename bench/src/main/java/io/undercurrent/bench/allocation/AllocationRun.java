package io.undercurrent.bench.allocation;

import io.undercurrent.bench.TemporaryFolder;
import io.undercurrent.bench.replay.Recording;
import io.undercurrent.engine.Engine;
import io.undercurrent.engine.FeedRunner;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.Pace;
import java.nio.file.Path;

/**
 * Runs a recording through the whole engine and counts what is allocated on the way, from the feed's decoding to the journal and the alerts.
 *
 * @param warmUpEvents events that do not count: the compiler is at work and tables grow
 * @param sliceEvents how often the meter is read
 * @param control whether one object is allocated for each record of the feed
 */
public record AllocationRun(Recording recording, long warmUpEvents, int sliceEvents, boolean control) {
    /** Measured on the thread that calls this, which becomes the feed's. */
    public AllocationResult run() {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            final Path journal = folder.path().resolve("journal");
            final Config config = Config.defaults().with(Setting.JOURNAL_DIR, journal.toString());
            try (Engine engine = Engine.open(config); Feed feed = recording.opener().get()) {
                final AllocationMeter meter = new AllocationMeter();
                new FeedRunner(engine, new MeteredFeed(feed, engine, meter, sliceEvents, control), Pace.max(),
                        FeedRunner.Progress.NONE).run();
                if (Boolean.getBoolean("bench.slices")) {
                    meter.slices().forEach(System.err::println);
                }
                return AllocationResult.of(recording.label(), meter.threads(), meter.slices(), warmUpEvents);
            }
        }
    }
}
