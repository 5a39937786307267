package io.undercurrent.app;

import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.RowLayout;
import io.undercurrent.signals.Sweep;

/** A row to draw. */
final class WindowRow {
    private final long closeNs;
    private final int[] values;
    private final float net;

    private WindowRow(final long closeNs, final int[] values, final float net) {
        this.closeNs = closeNs;
        this.values = values;
        this.net = net;
    }

    /** @param net log-odds of the side that is explained; NaN: nothing is available */
    static WindowRow of(final Sweep sweep, final int i, final float net) {
        final int[] values = new int[RowLayout.COLUMNS];
        for (int c = 0; c < values.length; c++) {
            values[c] = sweep.value(i, c);
        }
        return new WindowRow(sweep.closeNs(), values, net);
    }

    long closeNs() {
        return closeNs;
    }

    float net() {
        return net;
    }

    long value(final RowColumn column) {
        return values[column.ordinal()];
    }

    /** @param index of {@link RowLayout} */
    long value(final int index) {
        return values[index];
    }
}
