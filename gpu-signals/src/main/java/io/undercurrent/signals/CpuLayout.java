package io.undercurrent.signals;

/**
 * The int64 of an entry of {@link CpuWindow}: the measures of {@link SignalTable}, then sums over the buckets of ten rows that end with
 * the entry's row, ten rows before it, and so on.
 */
final class CpuLayout {
    /** Buckets at least half of whose time was valid; the other sums are over these. */
    static final int BUCKETS = SignalTable.measures().size();
    /** Change of mid2. */
    static final int Y = BUCKETS + 1;
    static final int YY = BUCKETS + 2;
    /** Flow. */
    static final int X = BUCKETS + 3;
    /** Upper bits of the squares of the flow. */
    static final int XX_HIGH = BUCKETS + 4;
    /** Their lower 32 bits. */
    static final int XX_LOW = BUCKETS + 5;
    static final int XY = BUCKETS + 6;
    private static final int USED = BUCKETS + 7;
    /** All, the free ones too: whole pieces of 32 bytes. */
    static final int ENTRY = (USED + 3) / 4 * 4;

    /** Entries of the fine ring: a power of two above the longest horizon. */
    static final int FINE_ENTRIES = 2 * Integer.highestOneBit(SignalTable.longest());
    /** One before the rows of a whole window, and as many as can follow before the baseline does. */
    static final int COARSE_ENTRIES = SignalDefinition.COARSE_ROWS + SignalDefinition.BASELINE_EVERY;

    private CpuLayout() {
    }
}
