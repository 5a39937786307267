package io.undercurrent.signals;

/**
 * The running sums that {@link CpuWindow} keeps of a row: each is all that some feature reads, so a feature costs two differences.
 * Of a pair that names a side, the accumulation side's stands first and distribution's behind it. The order, and what is left free, put
 * what one baseline reads into few 32-byte pieces of memory; kernels have the same in {@code window_layout.h}.
 */
final class CpuMeasure {
    static final int VALID_MS = 0;
    static final int LIT_VOLUME = 1;
    static final int TAPE_VOLUME = 2;
    static final int OFF_MID = 3;
    static final int SPREAD_TIME = 4;
    static final int SQUARE_SUM = 5;
    static final int UPDATES = 6;
    static final int OWN_REFILLED = 8;
    static final int OWN_SMALL = 10;
    static final int OWN_DEPTH = 12;
    static final int OWN_SWALLOWED = 14;
    static final int OWN_CANCELLED = 16;
    /** Measures that fine and coarse rows share. */
    static final int SHARED = 18;

    static final int OWN_HIT = SHARED;
    static final int FLOW = SHARED + 2;
    static final int ORDER_FLOW = SHARED + 3;
    /** Measures of a fine row, the free ones too. */
    static final int FINE = 24;

    static final int BUCKETS = SHARED;
    static final int YY = SHARED + 1;
    /** Three sums of the regression on trade flow: squares' upper bits, squares' lower 32 bits, products. */
    static final int FLOW_SUMS = SHARED + 2;
    /** The same three of the regression on order flow. */
    static final int ORDER_FLOW_SUMS = SHARED + 5;
    /** Measures of a coarse row, the free ones too. */
    static final int COARSE = 28;

    private CpuMeasure() {
    }
}
