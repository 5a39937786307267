package io.undercurrent.engine.booking;

import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.signal.SweepQueue;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.status.AtomicCounter;

/** Takes events into books and rows, whose sweeps go to the signals, and shows how far it is. One thread at a time. */
public final class Booking {
    private final MarketState market;
    private final SweepQueue sweeps;
    private final MarketCounterWriter counters;
    private final AtomicCounter booked;

    /** @param sweeps where the market's sweeps go */
    public Booking(final MarketState market, final SweepQueue sweeps, final CountersFile counters) {
        this.market = market;
        this.sweeps = sweeps;
        this.counters = new MarketCounterWriter(market.counters(), counters);
        booked = counters.counter(EngineCounter.EVENTS_BOOKED);
    }

    /** Taking in this event would not wait for a sweep buffer. */
    boolean fits(final DirectBuffer buffer, final int offset) {
        final int due = market.sweepsDue(buffer, offset);
        return due == 0 || due <= sweeps.free();
    }

    /** Takes the event in, waiting for sweep buffers if there are too few. */
    void book(final DirectBuffer buffer, final int offset) {
        market.onEvent(buffer, offset);
    }

    /** Makes the counts visible, and that every event up to this one is booked. */
    void show(final long sequence) {
        counters.write();
        booked.setRelease(sequence);
    }
}
