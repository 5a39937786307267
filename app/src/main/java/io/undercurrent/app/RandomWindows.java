package io.undercurrent.app;

import io.undercurrent.signals.RandomRows;
import io.undercurrent.signals.Sweep;
import java.util.SplittableRandom;

/** Sweeps of random rows: instruments of every kind there is, each absent from a tenth of the sweeps, in changing order. */
final class RandomWindows {
    private static final int ABSENT_IN = 10;

    private final RandomRows[] instruments;
    private final int[] order;
    private final SplittableRandom random;
    private final long rowNs;
    private long boundary;

    /** @param rowMs interval of a row in milliseconds */
    RandomWindows(final long seed, final int instruments, final int rowMs) {
        random = new SplittableRandom(seed);
        rowNs = rowMs * 1_000_000L;
        order = new int[instruments];
        this.instruments = new RandomRows[instruments];
        final RandomRows.Kind[] kinds = RandomRows.Kind.values();
        for (int i = 0; i < instruments; i++) {
            order[i] = i;
            this.instruments[i] = new RandomRows(kinds[i % kinds.length], random.split(), rowMs);
        }
    }

    /** Fills the sweep with the rows of the next boundary. */
    void fill(final Sweep sweep) {
        boundary++;
        sweep.begin(boundary * rowNs, boundary);
        for (int i = order.length - 1; i > 0; i--) {
            final int other = random.nextInt(i + 1);
            final int slot = order[i];
            order[i] = order[other];
            order[other] = slot;
        }
        for (final int slot : order) {
            if (random.nextInt(ABSENT_IN) != 0) {
                instruments[slot].addTo(sweep, slot);
            }
        }
    }
}
