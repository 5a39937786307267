package io.undercurrent.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the forests ask for, numbered: the sums over rows that a window keeps (measures), and the features computed from them. A feature
 * that both sides see alike is there once. The kernels have the same numbers in {@code signal_table.cuh}.
 */
final class SignalTable {
    /**
     * A feature as one side sees it.
     *
     * @param above index of the measure of {@link FeatureKind#above}; of no meaning where the form has none
     * @param below likewise
     * @param plusAbove what is added to a sum of the measure
     * @param plusBelow likewise
     */
    record Slot(FeatureKind kind, int rows, int above, int below, Sum plusAbove, Sum plusBelow) {
    }

    static final int VALID_MS = 0;
    /** Buying less selling, the flow of the impact residual. */
    static final int FLOW = 1;
    /** Bursts of trades. */
    static final int TRADES = 2;

    private static final List<Sum> MEASURES = new ArrayList<>(List.of(
        Sum.of(RowColumn.VALID_MS), Sum.of(RowColumn.BUY_VOLUME).less(RowColumn.SELL_VOLUME),
        Sum.of(RowColumn.BUY_BURSTS, RowColumn.SELL_BURSTS)));
    private static final List<Slot> SLOTS = new ArrayList<>();

    static {
        for (final SignalSide side : SignalSide.values()) {
            Forest.INPUTS.forEach(input -> slot(input, side));
        }
    }

    private SignalTable() {
    }

    /** Rows of the longest horizon. */
    static int longest() {
        return Forest.INPUTS.stream().mapToInt(Input::rows).max().orElseThrow();
    }

    /** Of the features, and the main one, ascending. */
    static int[] horizons() {
        return Stream.concat(Stream.of(SignalDefinition.MAIN), Forest.INPUTS.stream().map(Input::rows)).distinct().sorted().mapToInt(h -> h).toArray();
    }

    /** Sums over rows; what is added to a sum is left out. */
    static List<Sum> measures() {
        return List.copyOf(MEASURES);
    }

    static List<Slot> slots() {
        return List.copyOf(SLOTS);
    }

    /** Index of the feature that the input is where a forest speaks of the side; see {@link Input#negatedFor}. */
    static int slot(final Input input, final SignalSide side) {
        final FeatureKind kind = input.kind();
        final int rows = input.rows();
        final SignalSide seen = kind.form().signed() ? SignalSide.ACCUMULATION : input.seenBy(side);
        final Sum above = kind.above().seenBy(seen);
        final Sum below = kind.below().seenBy(seen);
        for (int s = 0; s < SLOTS.size(); s++) {
            final Slot slot = SLOTS.get(s);
            if (slot.kind() == kind && slot.rows() == rows && slot.plusAbove().equals(above) && slot.plusBelow().equals(below)) {
                return s;
            }
        }
        SLOTS.add(new Slot(kind, rows, measure(above), measure(below), above, below));
        return SLOTS.size() - 1;
    }

    private static int measure(final Sum sum) {
        final Sum columns = new Sum(sum.plus(), sum.minus(), 0, 0, 0);
        if (!MEASURES.contains(columns)) {
            MEASURES.add(columns);
        }
        return MEASURES.indexOf(columns);
    }
}
