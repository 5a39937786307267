package io.undercurrent.feeds.plant;

import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Where events go. Those that are planted carry the time now and are numbered -1, -2, -3, … as the source's own number, which no source has.
 * One thread.
 */
final class PlantedTape {
    private EventPublisher out = new EventPublisher(new Nowhere(), 1);
    private long planted;
    private long nowNs;
    private long lagNs;

    /** The publisher of this poll. */
    void to(final EventPublisher publisher) {
        out = publisher;
    }

    void now(final long timeNs) {
        nowNs = timeNs;
    }

    /** From exchange to receive time, as the recording's newest event has it. */
    void lag(final long ns) {
        lagNs = Math.max(0, ns);
    }

    long nowNs() {
        return nowNs;
    }

    /** To publish one planted event with. */
    EventPublisher own() {
        planted++;
        out.at(nowNs, nowNs + lagNs, -planted, 0);
        return out;
    }

    /** The recording's, as it is. */
    EventPublisher recorded() {
        return out;
    }

    /** Planted events so far. */
    long planted() {
        return planted;
    }

    /** Before the first poll there is nothing to publish. */
    private static final class Nowhere implements EventSlots {
        @Override
        public UnsafeBuffer claim() {
            throw new IllegalStateException("not polled yet");
        }

        @Override
        public void publish() {
            throw new IllegalStateException("not polled yet");
        }
    }
}
