package io.undercurrent.engine.row;

import io.undercurrent.signals.Sweep;

/** Takes the sweeps of a {@link MarketState}, on its thread. */
public interface SweepSink {
    /** A sweep to fill, with room for {@link RowSettings#maxInstruments} rows. {@link #filled} follows before the next one is asked for. */
    Sweep next();

    /** The sweep holds one row per active instrument, in the order of slots; at least one. */
    void filled(Sweep sweep);
}
