package io.undercurrent.app;

import io.undercurrent.engine.row.SweepSink;
import io.undercurrent.signals.Sweep;

/** Rows that nobody evaluates. */
final class IgnoredSweeps implements SweepSink {
    private final Sweep sweep;

    IgnoredSweeps(final int capacity) {
        sweep = new Sweep(capacity);
    }

    @Override
    public Sweep next() {
        return sweep;
    }

    @Override
    public void filled(final Sweep rows) {
        // only the books are wanted
    }
}
