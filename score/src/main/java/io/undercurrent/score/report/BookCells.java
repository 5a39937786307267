package io.undercurrent.score.report;

import io.undercurrent.signals.RowLayout;
import io.undercurrent.signals.SignalSide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The visible book over time as cells of time and price; prices that are many are put together. One thread. */
final class BookCells {
    private static final int MOST_CELLS = 90;
    private static final int SIDES = 2;

    private final List<int[][]> columns = new ArrayList<>();

    /** Takes the ten levels of the next column: price in ticks (0: none) and size, by level. */
    void column(
            final IntUnaryOperator bidPrice, final IntUnaryOperator bidSize, final IntUnaryOperator askPrice,
            final IntUnaryOperator askSize) {
        columns.add(new int[][] {levels(bidPrice), levels(bidSize), levels(askPrice), levels(askSize)});
    }

    private static int[] levels(final IntUnaryOperator of) {
        final int[] levels = new int[RowLayout.LEVELS];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = of.applyAsInt(level);
        }
        return levels;
    }

    /** The best price of each column; NaN: none. */
    List<Double> best(final SignalSide side, final double tick) {
        return columns.stream().map(column -> column[SIDES * side.ordinal()][0]).map(price -> price == 0 ? Double.NaN : price * tick).toList();
    }

    /** The lowest price shown, in ticks; 0 of nothing. */
    int lowest() {
        return prices().min().orElse(0);
    }

    /** Ticks that one cell is high. */
    int cellTicks() {
        return (prices().max().orElse(0) - lowest()) / MOST_CELLS + 1;
    }

    private IntStream prices() {
        return columns.stream().flatMapToInt(column -> IntStream.concat(Arrays.stream(column[0]),
                Arrays.stream(column[2]))).filter(price -> price > 0);
    }

    /** Column, cell and size after each other; the size of offers is negative. */
    List<Integer> cells() {
        final int lowest = lowest();
        final int ticks = cellTicks();
        final List<Integer> cells = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            final Map<Integer, Integer> sizes = new TreeMap<>();
            for (int side = 0; side < SIDES; side++) {
                final int[] prices = columns.get(c)[SIDES * side];
                final int[] of = columns.get(c)[SIDES * side + 1];
                for (int level = 0; level < prices.length; level++) {
                    if (prices[level] > 0) {
                        sizes.merge((prices[level] - lowest) / ticks, side == 0 ? of[level] : -of[level], Integer::sum);
                    }
                }
            }
            final int column = c;
            sizes.forEach((cell, size) -> cells.addAll(List.of(column, cell, size)));
        }
        return cells;
    }
}
