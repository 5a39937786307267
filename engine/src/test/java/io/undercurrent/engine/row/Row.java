package io.undercurrent.engine.row;

import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.RowLayout;
import io.undercurrent.signals.Sweep;
import java.util.ArrayList;
import java.util.List;

/** A row copied out of a sweep. */
record Row(int slot, boolean restart, long closeNs, long asOfSequence, List<Integer> values) {
    static Row of(final Sweep sweep, final int i) {
        final List<Integer> values = new ArrayList<>();
        for (int c = 0; c < RowLayout.COLUMNS; c++) {
            values.add(sweep.value(i, c));
        }
        return new Row(sweep.slot(i), sweep.restart(i), sweep.closeNs(), sweep.asOfSequence(), List.copyOf(values));
    }

    int get(final RowColumn column) {
        return value(column.ordinal());
    }

    int value(final int index) {
        return values.get(index);
    }
}
