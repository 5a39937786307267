package io.undercurrent.engine.signal;

import io.undercurrent.engine.row.Instrument;
import io.undercurrent.engine.row.SweepSink;
import io.undercurrent.signals.Sweep;
import java.util.function.IntFunction;

/** Gives the books empty sweeps to fill and passes the filled ones on, with the instruments they speak of. Book thread. */
public final class SweepWriter implements SweepSink {
    private final SweepQueue queue;
    private IntFunction<Instrument> instruments = slot -> {
        throw new IllegalStateException("no instruments yet");
    };
    private MarketSweep current = new MarketSweep(0);

    public SweepWriter(final SweepQueue queue) {
        this.queue = queue;
    }

    /** Where to look up the instrument of a slot. */
    public void instruments(final IntFunction<Instrument> bySlot) {
        instruments = bySlot;
    }

    @Override
    public Sweep next() {
        current = queue.takeEmpty();
        return current.rows();
    }

    @Override
    public void filled(final Sweep sweep) {
        for (int i = 0; i < sweep.count(); i++) {
            current.instrument(i, instruments.apply(sweep.slot(i)));
        }
        queue.putFilled(current);
    }
}
