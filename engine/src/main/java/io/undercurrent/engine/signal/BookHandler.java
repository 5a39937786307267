package io.undercurrent.engine.signal;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.ring.RingHandler;
import io.undercurrent.engine.row.MarketState;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.status.AtomicCounter;

/** Takes every event into books and rows, and hands the sweeps that close on to the signals. */
public final class BookHandler implements RingHandler {
    private final MarketState market;
    private final MarketCounterWriter counters;
    private final AtomicCounter booked;

    public BookHandler(final MarketState market, final CountersFile counters) {
        this.market = market;
        this.counters = new MarketCounterWriter(market.counters(), counters);
        booked = counters.counter(EngineCounter.EVENTS_BOOKED);
    }

    @Override
    public String name() {
        return "books and rows";
    }

    @Override
    public void onEvent(final DirectBuffer event, final boolean endOfBatch) {
        market.onEvent(event, 0);
        if (endOfBatch) {
            counters.write();
            booked.setRelease(Events.sequence(event, 0));
        }
    }
}
