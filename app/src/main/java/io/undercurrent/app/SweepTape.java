package io.undercurrent.app;

import io.undercurrent.signals.RandomRows;
import io.undercurrent.signals.RowLayout;
import io.undercurrent.signals.Sweep;
import java.util.SplittableRandom;

/**
 * Rows of a made-up market to time backends with, made beforehand and given round and round, to every instrument from another place on. There
 * are more of them than a ring holds, and their number is prime: no two rows of a ring, fine or coarse, are the same one, or medians would be
 * found too easily.
 */
final class SweepTape {
    private static final long SEED = 3;
    private static final int ROWS = 2_053;
    private static final int APART = 37;
    private static final long MS_NS = 1_000_000;

    private final Sweep rows = new Sweep(ROWS);
    private final int rowMs;

    /** @param rowMs interval of a row in milliseconds */
    SweepTape(final int rowMs) {
        this.rowMs = rowMs;
        final RandomRows market = new RandomRows(RandomRows.Kind.MARKET, new SplittableRandom(SEED), rowMs);
        rows.begin(0, 0);
        for (int i = 0; i < ROWS; i++) {
            market.addTo(rows, i);
        }
    }

    /**
     * Fills the sweep with the {@code number}th row of each of the instruments {@code from} to {@code to}, whose slots count from 0.
     *
     * @param number from 1
     */
    void fill(final Sweep sweep, final long number, final int from, final int to) {
        sweep.begin(number * rowMs * MS_NS, number);
        for (int instrument = from; instrument < to; instrument++) {
            final int row = (int) ((number + (long) APART * instrument) % ROWS);
            sweep.rows().putBytes(sweep.add(instrument - from, false), rows.rows(), row * RowLayout.ROW_BYTES, RowLayout.ROW_BYTES);
        }
    }
}
