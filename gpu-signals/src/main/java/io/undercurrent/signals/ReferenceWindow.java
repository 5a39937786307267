package io.undercurrent.signals;

import java.util.ArrayList;
import java.util.List;

/** The newest rows of one instrument, fine and coarse, as plain lists with the oldest first. */
final class ReferenceWindow {
    private final List<long[]> fine = new ArrayList<>();
    private final List<long[]> coarse = new ArrayList<>();
    private long[] open = new long[RowLayout.SIGNAL_COLUMNS];
    private int openRows;

    void append(final Sweep sweep, final int i) {
        if (sweep.restart(i)) {
            fine.clear();
            coarse.clear();
            open = new long[RowLayout.SIGNAL_COLUMNS];
            openRows = 0;
        }
        final long[] row = new long[RowLayout.SIGNAL_COLUMNS];
        for (final RowColumn column : RowColumn.values()) {
            final int c = column.ordinal();
            row[c] = sweep.value(i, c);
            open[c] = column.aggregation() == RowColumn.Aggregation.SUM ? open[c] + row[c] : row[c];
        }
        push(fine, row, SignalDefinition.FINE_ROWS);
        if (++openRows == SignalDefinition.BUCKET) {
            push(coarse, open, SignalDefinition.COARSE_ROWS);
            open = new long[RowLayout.SIGNAL_COLUMNS];
            openRows = 0;
        }
    }

    List<long[]> fine() {
        return fine;
    }

    List<long[]> coarse() {
        return coarse;
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
