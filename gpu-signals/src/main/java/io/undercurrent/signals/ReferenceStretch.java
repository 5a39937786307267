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

    long litVolume() {
        return sum(BUY_VOLUME) + sum(SELL_VOLUME) + sum(UNSIGNED_VOLUME);
    }

    long tapeVolume() {
        return litVolume() + sum(OFF_VOLUME);
    }

    float spread() {
        return SignalFormulas.spread(sum(SPREAD_TIME), sum(VALID_MS));
    }

    /** Of the newest row. */
    long mid2() {
        return rows.get(last)[MID2_CLOSE.ordinal()];
    }
}
