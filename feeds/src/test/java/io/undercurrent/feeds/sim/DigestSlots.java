package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.feed.Feed;
import java.util.zip.CRC32C;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Checks sums over the bytes of all events of a feed, and over those of one instrument without their sequence. */
final class DigestSlots implements EventSlots {
    private final byte[] bytes = new byte[Events.MAX_LENGTH];
    private final UnsafeBuffer slot = new UnsafeBuffer(bytes);
    private final CRC32C all = new CRC32C();
    private final CRC32C one = new CRC32C();
    private final int instrumentId;
    private final long untilNs;
    private long events;

    private DigestSlots(final int instrumentId, final long untilNs) {
        this.instrumentId = instrumentId;
        this.untilNs = untilNs;
    }

    static DigestSlots of(final SimulatorOptions options, final int limit) {
        return of(options, limit, 1, Long.MAX_VALUE);
    }

    static DigestSlots of(final SimulatorOptions options, final int limit, final int instrumentId, final long untilNs) {
        final DigestSlots slots = new DigestSlots(instrumentId, untilNs);
        slots.take(new SimulatorFeed(options), limit);
        return slots;
    }

    /** Plays the feed to its end. */
    static DigestSlots play(final SimulatorFeed feed) {
        final DigestSlots slots = new DigestSlots(0, 0);
        slots.take(feed, 1000);
        return slots;
    }

    private void take(final SimulatorFeed feed, final int limit) {
        final EventPublisher out = new EventPublisher(this, 1);
        int taken = 0;
        while (taken != Feed.DONE) {
            taken = feed.poll(out, limit);
            if (taken > limit) {
                throw new AssertionError(taken + " records instead of " + limit);
            }
        }
        feed.close();
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public void publish() {
        events++;
        final int length = Events.length(slot, 0);
        all.update(bytes, 0, length);
        if (Events.instrumentId(slot, 0) == instrumentId && Events.exchangeTimeNs(slot, 0) < untilNs) {
            // numbers of the whole feed, and of its trades, move with the other instruments
            Events.sequence(slot, 0, 0);
            slot.putLong(16, 0);
            final boolean trade = Events.templateId(slot, 0) == io.undercurrent.codec.sbe.TradeDecoder.TEMPLATE_ID;
            one.update(bytes, 0, trade ? 64 : length);
        }
    }

    long all() {
        return all.getValue();
    }

    long one() {
        return one.getValue();
    }

    long events() {
        return events;
    }
}
