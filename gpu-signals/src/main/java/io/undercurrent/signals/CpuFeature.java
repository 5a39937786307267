package io.undercurrent.signals;

import static io.undercurrent.signals.CpuMeasure.*;

/**
 * The features from two entries of prefix sums. A feature's values are written at {@code feature * pitch + at}. Of a pair the
 * accumulation side's stands first.
 */
final class CpuFeature {
    static final int OWN_REFILL = 0;
    static final int OWN_SMALL = 2;
    static final int OWN_DEPTH = 4;
    static final int OWN_SWALLOWED = 6;
    static final int OFF_EXCHANGE = 8;
    static final int OFF_EXCHANGE_LONG = 9;
    static final int SPREAD = 10;
    static final int VARIANCE = 11;
    static final int VOLUME = 12;
    static final int UPDATES = 13;
    static final int COUNT = 14;

    private CpuFeature() {
    }

    /** The features of the main horizon. {@code rows}: how many rows lie between the entries. */
    static void main(final long[] p, final int from, final int to, final int rows, final long lot, final float base,
                     final float[] out, final int pitch, final int at) {
        final long lit = p[to + LIT_VOLUME] - p[from + LIT_VOLUME];
        final long bidRefilled = p[to + OWN_REFILLED] - p[from + OWN_REFILLED];
        final long askRefilled = p[to + OWN_REFILLED + 1] - p[from + OWN_REFILLED + 1];
        out[OWN_REFILL * pitch + at] = SignalFormulas.refill(bidRefilled, askRefilled, lot);
        out[(OWN_REFILL + 1) * pitch + at] = SignalFormulas.refill(askRefilled, bidRefilled, lot);
        for (int side = 0; side < SignalSide.COUNT; side++) {
            out[(OWN_SMALL + side) * pitch + at] =
                SignalFormulas.small(p[to + CpuMeasure.OWN_SMALL + side] - p[from + CpuMeasure.OWN_SMALL + side], lit, lot);
            out[(OWN_DEPTH + side) * pitch + at] =
                SignalFormulas.depth(p[to + CpuMeasure.OWN_DEPTH + side] - p[from + CpuMeasure.OWN_DEPTH + side], rows, lot);
            out[(OWN_SWALLOWED + side) * pitch + at] = SignalFormulas.swallowed(
                p[to + CpuMeasure.OWN_SWALLOWED + side] - p[from + CpuMeasure.OWN_SWALLOWED + side],
                p[to + OWN_CANCELLED + side] - p[from + OWN_CANCELLED + side], lot);
        }
        out[OFF_EXCHANGE * pitch + at] = offExchange(p, from, to, lot, base);
    }

    static float offExchange(final long[] p, final int from, final int to, final long lot, final float base) {
        return SignalFormulas.offExchange(p[to + OFF_MID] - p[from + OFF_MID], p[to + TAPE_VOLUME] - p[from + TAPE_VOLUME], lot, base);
    }

    /** The features of the short horizon. */
    static void shorter(final long[] p, final int from, final int to, final long lot, final float[] out, final int pitch, final int at) {
        out[SPREAD * pitch + at] = SignalFormulas.logSpread(
            p[to + SPREAD_TIME] - p[from + SPREAD_TIME], p[to + CpuMeasure.VALID_MS] - p[from + CpuMeasure.VALID_MS]);
        out[VARIANCE * pitch + at] = SignalFormulas.variance(p[to + SQUARE_SUM] - p[from + SQUARE_SUM]);
        out[VOLUME * pitch + at] = SignalFormulas.volume(p[to + LIT_VOLUME] - p[from + LIT_VOLUME], lot);
        out[UPDATES * pitch + at] = SignalFormulas.updates(p[to + CpuMeasure.UPDATES] - p[from + CpuMeasure.UPDATES]);
    }
}
