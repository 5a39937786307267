package io.undercurrent.signals;

import java.util.ArrayList;
import java.util.List;

/** The newest rows of one instrument, fine and coarse, as plain lists with the oldest first. */
final class ReferenceWindow {
    private final List<long[]> fine = new ArrayList<>();
    private final List<long[]> coarse = new ArrayList<>();
    private List<long[]> settled = List.of();
    private long[] open = new long[RowLayout.SIGNAL_COLUMNS];
    private long rows;
    private ReferenceBaseline[] baselines = {};

    void append(final Sweep sweep, final int i) {
        if (sweep.restart(i)) {
            fine.clear();
            coarse.clear();
            settled = List.of();
            baselines = new ReferenceBaseline[0];
            open = new long[RowLayout.SIGNAL_COLUMNS];
            rows = 0;
        }
        final long[] row = new long[RowLayout.SIGNAL_COLUMNS];
        for (final RowColumn column : RowColumn.values()) {
            final int c = column.ordinal();
            row[c] = sweep.value(i, c);
            open[c] = column.aggregation() == RowColumn.Aggregation.SUM ? open[c] + row[c] : row[c];
        }
        push(fine, row, SignalDefinition.FINE_ROWS);
        rows++;
        if (rows % SignalDefinition.BUCKET == 0) {
            push(coarse, open, SignalDefinition.COARSE_ROWS);
            open = new long[RowLayout.SIGNAL_COLUMNS];
        }
        if (rows % (SignalDefinition.BUCKET * SignalDefinition.BASELINE_EVERY) == 0) {
            settled = List.copyOf(coarse);
            baselines = new ReferenceBaseline[0];
        }
    }

    List<long[]> fine() {
        return fine;
    }

    /** The baseline of a side, computed where it is not known yet for the coarse rows there are. */
    ReferenceBaseline baseline(final SignalSide side, final int rowMs) {
        if (baselines.length == 0) {
            baselines = new ReferenceBaseline[SignalSide.COUNT];
        }
        if (baselines[side.ordinal()] == null) {
            baselines[side.ordinal()] = new ReferenceBaseline(settled, side, rowMs);
        }
        return baselines[side.ordinal()];
    }

    /** Sum of a column over the {@code count} rows that end with the one at index {@code last}. */
    static long sum(final List<long[]> rows, final int last, final int count, final RowColumn column) {
        long sum = 0;
        for (int r = last - count + 1; r <= last; r++) {
            sum += rows.get(r)[column.ordinal()];
        }
        return sum;
    }

    private static void push(final List<long[]> rows, final long[] row, final int most) {
        if (rows.size() == most) {
            rows.removeFirst();
        }
        rows.add(row);
    }
}
