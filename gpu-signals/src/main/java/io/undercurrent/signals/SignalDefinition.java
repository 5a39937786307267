package io.undercurrent.signals;

/**
 * The numbers of the signals' definition, and where a baseline has its points. Every implementation takes them from here or copies them
 * exactly. Horizons are counted in rows.
 */
public final class SignalDefinition {
    /** Newest rows that a window holds. */
    static final int FINE_ROWS = SignalBackend.FINE_ROWS;
    /** Newest coarse rows that a window holds. */
    public static final int COARSE_ROWS = SignalBackend.COARSE_ROWS;
    /** Fine rows in a coarse row, and in a bucket of the impact residual; coarse rows are counted from the window's restart. */
    public static final int BUCKET = 10;

    /** The horizon that every signal needs; features of longer ones join as they become known. */
    public static final int MAIN = 300;
    /** Coarse rows from one computation of the baseline to the next. */
    public static final int BASELINE_EVERY = 6;

    /** Fewest points, or buckets, that make a baseline. */
    public static final int MIN_POINTS = 30;
    /** Most points that a baseline can have. */
    static final int MAX_POINTS = 256;
    /** A baseline ends at least this many rows before the newest. */
    static final int MIN_GAP = 600;
    /** Rows whose trades say how far the evidence is trusted. */
    static final int TRUST_ROWS = 600;

    /** Bound of a bucket's flow. */
    static final int MAX_FLOW = 1 << 27;
    /** Bound of a bucket's change of mid2. */
    static final int MAX_CHANGE = 1 << 20;

    /** Least scale of a z of a share: what a count of independent things would have is 1. */
    static final float SHARE_LEAST = 0.8f;
    /** Least scale of a z of a log2 feature. */
    public static final float LOG_LEAST = 0.25f;
    /** Least scale of a z of depth or spread. */
    static final float STEADY_LEAST = 0.1f;

    private SignalDefinition() {
    }

    /** Coarse rows between the newest coarse row and the newest one that the baseline of {@code horizon} may contain. */
    static int coarseGap(final int horizon) {
        return Math.max(2 * horizon, MIN_GAP) / BUCKET;
    }

    /** Index of the newest coarse row that the baseline of {@code horizon} may contain, index 0 being the oldest of {@code held}. */
    public static int lastPoint(final int held, final int horizon) {
        return held - 1 - coarseGap(horizon);
    }

    /** Number of coarse rows at which the baseline of {@code horizon} could have a point: those with a whole horizon up to them. */
    public static int candidates(final int held, final int horizon) {
        return Math.max(0, lastPoint(held, horizon) - horizon / BUCKET + 2);
    }

    /** Coarse rows from one point to the next. */
    public static int stride(final int candidates, final int horizon) {
        return Math.max(ceilDiv(horizon / BUCKET, 16), ceilDiv(candidates, MAX_POINTS));
    }

    /** Number of points, the first at {@link #lastPoint}, each {@code stride} older than the one before; before invalid ones go. */
    public static int points(final int candidates, final int stride) {
        return ceilDiv(candidates, stride);
    }

    /**
     * Whether enough of the time of {@code rows} fine rows had a quote; else the window is unavailable. Of a bucket half is enough; of a
     * horizon nine tenths, because what a feed in trouble leaves out looks like calm.
     */
    static boolean enoughValid(final long validMs, final int rows, final int rowMs) {
        return 10 * validMs >= (rows > BUCKET ? 9L : 5L) * rows * rowMs;
    }

    /** Change of mid2 in ticks; 0 where one of them is not known (0). */
    static long change(final long fromMid2, final long toMid2) {
        return fromMid2 == 0 || toMid2 == 0 ? 0 : toMid2 - fromMid2;
    }

    static long clamp(final long value, final int bound) {
        return Math.clamp(value, -(long) bound, (long) bound);
    }

    private static int ceilDiv(final int a, final int b) {
        return (a + b - 1) / b;
    }
}
