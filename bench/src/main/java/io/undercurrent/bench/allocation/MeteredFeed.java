package io.undercurrent.bench.allocation;

import io.undercurrent.engine.Engine;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import java.util.concurrent.locks.LockSupport;

/**
 * Passes a feed on, and after every so many events waits until all of them are journalled and in the books, then reads the meter. So a
 * slice's bytes belong to the slice's events. One thread, the feed's.
 */
final class MeteredFeed implements Feed {
    private static final long PARK_NS = 20_000;
    private static final int KEPT = 1 << 10;

    private final Feed feed;
    private final Engine engine;
    private final AllocationMeter meter;
    private final int sliceEvents;
    private final boolean allocating;
    private final Object[] kept = new Object[KEPT];
    private int allocated;
    private long sliceEnd;

    /** @param allocating the control: one object for each record */
    MeteredFeed(final Feed feed, final Engine engine, final AllocationMeter meter, final int sliceEvents, final boolean allocating) {
        this.feed = feed;
        this.engine = engine;
        this.meter = meter;
        this.sliceEvents = sliceEvents;
        this.allocating = allocating;
        sliceEnd = sliceEvents;
    }

    @Override
    public String name() {
        return feed.name();
    }

    @Override
    public boolean hasFeedStates() {
        return feed.hasFeedStates();
    }

    @Override
    public int poll(final EventPublisher out, final int limit) {
        final int taken = feed.poll(out, limit);
        for (int i = 0; allocating && i < taken; i++) {
            // a place of its own for each, or the compiler could leave out all but the last
            kept[allocated++ & (KEPT - 1)] = new Object();
        }
        if (out.published() >= sliceEnd) {
            awaitHandled(out.lastSequence());
            meter.slice(out.published());
            sliceEnd = out.published() + sliceEvents;
        }
        return taken;
    }

    private void awaitHandled(final long sequence) {
        while (engine.counter(EngineCounter.EVENTS_JOURNALLED) < sequence || engine.counter(EngineCounter.EVENTS_BOOKED) < sequence) {
            if (engine.failure().isPresent()) {
                throw new IllegalStateException(engine.failure().get().message());
            }
            LockSupport.parkNanos(PARK_NS);
        }
    }

    @Override
    public long bytesRead() {
        return feed.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return feed.bytesTotal();
    }

    @Override
    public void close() {
        feed.close();
    }
}
