package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;

import java.util.List;

/**
 * Consecutive rows, read as one side sees them.
 *
 * @param rows fine or coarse ones
 * @param last index of the newest
 * @param count how many
 */
record ReferenceStretch(List<long[]> rows, int last, int count, SignalSide side) {
    long sum(final RowColumn ofAccumulation) {
        return ReferenceWindow.sum(rows, last, count, Mirror.column(side, ofAccumulation));
    }

    /** Without what is added to it. */
    long sum(final Sum sum) {
        long total = 0;
        for (final RowColumn column : sum.plus()) {
            total += sum(column);
        }
        for (final RowColumn column : sum.minus()) {
            total -= sum(column);
        }
        return total;
    }

    boolean valid(final int horizon, final int rowMs) {
        return SignalDefinition.enoughValid(sum(VALID_MS), horizon, rowMs);
    }

    /** Of the newest row. */
    long mid2() {
        return rows.get(last)[MID2_CLOSE.ordinal()];
    }
}
