package io.undercurrent.engine.signal;

import io.undercurrent.signals.Composite;
import io.undercurrent.signals.SignalResults;

/** Sees every evaluated row, for dumps and pictures. */
@FunctionalInterface
public interface SweepListener {
    /** Of what nobody looks at. */
    SweepListener NONE = (sweep, i, rowIndex, results, composite) -> { };

    /**
     * @param i the row within the sweep
     * @param rowIndex rows of the window before this one since it was begun
     * @param results scores of the whole sweep
     * @param composite speaks of this row until the next one
     */
    void onRow(MarketSweep sweep, int i, long rowIndex, SignalResults results, Composite composite);
}
