package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteOrder;

/** Fills and compares what backends take and give. */
public final class Sweeps {
    private Sweeps() {
    }

    public static void add(final Sweep sweep, final int slot, final boolean restart, final int[] row) {
        final int offset = sweep.add(slot, restart);
        for (int c = 0; c < row.length; c++) {
            sweep.rows().putInt(offset + c * Integer.BYTES, row[c], ByteOrder.LITTLE_ENDIAN);
        }
    }

    public static Sweep one(final int slot, final boolean restart, final int[] row) {
        final Sweep sweep = new Sweep(1);
        sweep.begin(0, 0);
        add(sweep, slot, restart, row);
        return sweep;
    }

    /** Compares bits and counts by signal the scores that say most about equality: between 0 and 1. */
    public static void assertSameBits(final SignalResults expected, final SignalResults actual, final int i, final String where,
                                      final int[] telling) {
        for (final SignalSide side : SignalSide.values()) {
            for (final Signal signal : Signal.values()) {
                final float e = expected.score(i, side, signal);
                final float a = actual.score(i, side, signal);
                assertEquals(Float.floatToRawIntBits(e), Float.floatToRawIntBits(a),
                    () -> where + ", " + side + " " + signal + ": expected " + e + " but was " + a);
                telling[signal.ordinal()] += e > 0 && e < 1 ? 1 : 0;
            }
        }
    }
}
