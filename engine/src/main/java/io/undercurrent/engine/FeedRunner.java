package io.undercurrent.engine;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.engine.ring.IntakeStoppedException;
import java.util.concurrent.locks.LockSupport;

/**
 * Polls a feed into an engine until it ends or {@link #stop} is called, then drains the engine. The events of a run are bracketed by the
 * feed states {@code CONNECTED}, which begins with empty books and windows, and {@code ENDED}.
 */
public final class FeedRunner {
    private static final int BATCH = 256;
    private static final long PROGRESS_NS = 200_000_000;
    private static final long QUIET_NS = 1_000_000;

    /** Hears how far it is, a few times a second, on the feed's thread. */
    @FunctionalInterface
    public interface Progress {
        /** Of nobody. */
        Progress NONE = feed -> { };

        void onProgress(Feed feed);
    }

    private final Engine engine;
    private final Feed feed;
    private final Pace pace;
    private final Progress progress;
    private volatile boolean stopped;

    public FeedRunner(final Engine engine, final Feed feed, final Pace pace, final Progress progress) {
        this.engine = engine;
        this.feed = feed;
        this.pace = pace;
        this.progress = progress;
    }

    /** Ends {@link #run} soon, also if it waits for room on the journal's disk. Any thread. */
    public void stop() {
        stopped = true;
        engine.giveUpOnRoom();
    }

    /**
     * Runs to the end of the feed; then everything is journalled and evaluated.
     *
     * @throws RuntimeException intake stopped because a stage failed, or the source can't be read; what was taken in is journalled
     */
    public void run() {
        try {
            publishAll();
        } finally {
            engine.publishFeedCounters();
            engine.drain();
        }
        engine.failure().ifPresent(failure -> {
            throw new IntakeStoppedException(failure);
        });
    }

    private void publishAll() {
        final EventPublisher out = engine.publisher();
        if (!feed.hasFeedStates()) {
            out.at(0, 0, 0, EventFlag.LAST_IN_PACKET);
            out.feedState(1, FeedCondition.CONNECTED);
        }
        final int batch = pace.isMax() ? BATCH : 1;
        long reportNs = System.nanoTime();
        while (!stopped) {
            final int taken = !engine.isPaused() && pace.isDue(out.latestTimeNs()) ? feed.poll(out, batch) : 0;
            if (taken == Feed.DONE) {
                break;
            }
            if (taken == 0) {
                LockSupport.parkNanos(QUIET_NS);
            }
            final long now = System.nanoTime();
            if (now - reportNs > PROGRESS_NS) {
                reportNs = now;
                engine.publishFeedCounters();
                progress.onProgress(feed);
            }
        }
        if (!feed.hasFeedStates()) {
            out.at(out.latestTimeNs(), out.latestTimeNs(), 0, EventFlag.LAST_IN_PACKET);
            out.feedState(1, FeedCondition.ENDED);
        }
    }
}
