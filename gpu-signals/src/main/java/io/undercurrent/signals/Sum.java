package io.undercurrent.signals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Σ over rows of some columns less others, as accumulation sees it, and what is added to it, so that ratios of little are moderate.
 *
 * @param plus columns that add
 * @param minus columns that subtract
 * @param lotsPerRow lots added for each row
 * @param lots lots added
 * @param ones added
 */
record Sum(List<RowColumn> plus, List<RowColumn> minus, int lotsPerRow, int lots, int ones) {
    Sum {
        plus = List.copyOf(plus);
        minus = List.copyOf(minus);
    }

    static Sum of(final RowColumn... columns) {
        return new Sum(Arrays.asList(columns), Collections.emptyList(), 0, 0, 0);
    }

    Sum less(final RowColumn... columns) {
        return new Sum(plus, Arrays.asList(columns), lotsPerRow, lots, ones);
    }

    Sum andLotsPerRow(final int more) {
        return new Sum(plus, minus, lotsPerRow + more, lots, ones);
    }

    Sum andLots(final int more) {
        return new Sum(plus, minus, lotsPerRow, lots + more, ones);
    }

    Sum and(final int more) {
        return new Sum(plus, minus, lotsPerRow, lots, ones + more);
    }

    /** As the side sees it, with its columns in one order. */
    Sum seenBy(final SignalSide side) {
        return new Sum(seenBy(side, plus), seenBy(side, minus), lotsPerRow, lots, ones);
    }

    private static List<RowColumn> seenBy(final SignalSide side, final List<RowColumn> columns) {
        return columns.stream().map(column -> Mirror.column(side, column)).sorted().toList();
    }

    /** What is added over so many rows. */
    long added(final int rows, final long lot) {
        return lotsOver(rows) * lot + ones;
    }

    int lotsOver(final int rows) {
        return lotsPerRow * rows + lots;
    }
}
