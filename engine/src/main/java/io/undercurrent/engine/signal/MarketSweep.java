package io.undercurrent.engine.signal;

import io.undercurrent.engine.row.Instrument;
import io.undercurrent.signals.Sweep;

/** A sweep and, row by row, the instruments as they were when it was closed. Preallocated; one thread at a time, like the sweep. */
public final class MarketSweep {
    private final Sweep rows;
    private final Instrument[] instruments;

    /** @param capacity the most instruments that can close a row together */
    public MarketSweep(final int capacity) {
        rows = new Sweep(capacity);
        instruments = new Instrument[capacity];
    }

    public Sweep rows() {
        return rows;
    }

    public Instrument instrument(final int i) {
        return instruments[i];
    }

    void instrument(final int i, final Instrument instrument) {
        instruments[i] = instrument;
    }
}
