package io.undercurrent.app;

import io.undercurrent.engine.row.Instrument;
import io.undercurrent.signals.RowColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows that follow each other, as one place of a picture.
 *
 * @param endNs of the last row, UTC
 * @param mid at the end in 1e-9; 0: not known
 * @param spread mean while the book had two sides, in 1e-9; 0: it never had
 * @param bidDepth of ten levels at the end, in 1e-9 like all sizes
 * @param buyVolume lit, by aggressor, of all rows
 * @param net log-odds at the end; NaN: nothing was available
 */
record WindowCell(
        long endNs, long mid, long spread, long bidDepth, long askDepth, long buyVolume, long sellVolume, float net) {
    /** The rows, oldest first, as at most so many cells of equal length; the oldest may be shorter. */
    static List<WindowCell> of(final List<WindowRow> rows, final Instrument instrument, final int cells) {
        final int length = Math.max(1, (rows.size() + cells - 1) / cells);
        final List<WindowCell> made = new ArrayList<>();
        for (int to = rows.size(); to > 0; to -= length) {
            made.addFirst(of(rows.subList(Math.max(0, to - length), to), instrument));
        }
        return List.copyOf(made);
    }

    private static WindowCell of(final List<WindowRow> rows, final Instrument instrument) {
        final WindowRow last = rows.getLast();
        final long validMs = sum(rows, RowColumn.VALID_MS);
        final long increment = instrument.sizeIncrement();
        return new WindowCell(last.closeNs(), product(last.value(RowColumn.MID2_CLOSE), instrument.priceIncrement()) / 2,
                validMs == 0 ? 0 : Math.round((double) sum(rows, RowColumn.SPREAD_TIME) / validMs * instrument.priceIncrement()),
                product(last.value(RowColumn.BID_DEPTH10), increment), product(last.value(RowColumn.ASK_DEPTH10), increment),
                product(sum(rows, RowColumn.BUY_VOLUME), increment), product(sum(rows, RowColumn.SELL_VOLUME), increment), last.net());
    }

    private static long sum(final List<WindowRow> rows, final RowColumn column) {
        return rows.stream().mapToLong(row -> row.value(column)).sum();
    }

    /** Saturates. */
    static long product(final long units, final long increment) {
        return Math.abs(units) > Long.MAX_VALUE / increment ? Long.signum(units) * Long.MAX_VALUE : units * increment;
    }
}
