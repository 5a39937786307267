package io.undercurrent.signals;

/**
 * What follows the exact sums: the float32 expressions of features and scores, each in one order of correctly rounded operations. Sums
 * come as int64 and are rounded to float32 once.
 */
final class SignalFormulas {
    /** Log-odds from which a score begins, and where it is full. */
    static final Ramp EVIDENCE = new Ramp(-5f, 10f);

    private static final float MAD_TO_DEVIATION = 1.4826f;
    private static final float EPSILON = 1e-3f;
    private static final float MAX_Z = 16f;
    private static final float MAX_RESIDUAL = 8f;
    private static final float LEAST_SHARE = 1f / 1024f;
    private static final float LEAST_VARIANCE_SHARE = 1f / 1024f;
    /** Independent windows that the least scale is worth against the baseline's own. */
    private static final float PRIOR_WINDOWS = 6f;
    private static final float TWO_32 = 1L << 32;
    private static final long DOUBTED_TRADES = 20;
    /** Log-odds of a programme before anything is seen. */
    private static final float PRIOR = -3f;

    private SignalFormulas() {
    }

    static float clip(final float v, final float least, final float most) {
        return v > least ? (v < most ? v : most) : least;
    }

    /** 0 at {@code low} and below, 1 at {@code high} and above, straight between. */
    static float rho(final float x, final float low, final float high) {
        return clip((x - low) / (high - low), 0f, 1f);
    }

    static float sqrt(final float x) {
        return (float) Math.sqrt(x);
    }

    /**
     * Of a baseline's median absolute deviation. The least scale counts beside it as if it had been seen in some windows: a baseline that
     * holds few independent ones would be trusted too much.
     *
     * @param least scale
     * @param candidates coarse rows of the baseline at which a point could be
     * @param horizon in coarse rows
     */
    static float scale(final float mad, final float least, final int candidates, final int horizon) {
        final float deviation = MAD_TO_DEVIATION * mad;
        final float seen = deviation > least ? deviation : least;
        final float prior = PRIOR_WINDOWS * (least * least) * (float) horizon / (float) (candidates + horizon);
        return sqrt(seen * seen + prior) + EPSILON;
    }

    static float z(final float x, final float median, final float scale) {
        return clip((x - median) / scale, -MAX_Z, MAX_Z);
    }

    /** The usual share, from the whole baseline. */
    static float usualShare(final long part, final long whole) {
        final long n = Math.max(0, whole);
        return clip((float) (partOf(part, n) + 1) / (float) (n + 4), LEAST_SHARE, 1f - LEAST_SHARE);
    }

    /** How far the part is from its usual share of the whole, in deviations of a count of the whole's size and two more. */
    static float share(final long part, final long whole, final float usual) {
        final long n = Math.max(0, whole);
        return ((float) partOf(part, n) - usual * (float) n) / sqrt(usual * (1f - usual) * (float) (n + 2));
    }

    private static long partOf(final long part, final long n) {
        return Math.clamp(part, 0L, n);
    }

    static float logRatio(final long above, final long below) {
        return Log2.of((float) above / (float) below);
    }

    /** A ratio that has a sign; 0 of nothing. */
    static float balance(final long above, final long below) {
        return below > 0 ? clip((float) above / (float) below, -1f, 1f) : 0f;
    }

    /**
     * How straight the price went.
     *
     * @param y sum of the changes of mid2
     * @param yy sum of their squares
     */
    static float trend(final long y, final long yy) {
        return (float) y / sqrt((float) (yy + 1));
    }

    /** Impact of a unit of flow; Σx² comes as Σ of the squares' upper bits and Σ of their lower 32 bits. */
    static float beta(final long squaresHigh, final long squaresLow, final long xy) {
        final float xx = (float) squaresHigh * TWO_32 + (float) squaresLow;
        return xx > 0f ? (float) xy / xx : 0f;
    }

    static float sigma(final long yy, final long xy, final float beta, final int buckets) {
        final float whole = (float) yy;
        final float rest = whole - beta * (float) xy;
        final float least = whole * LEAST_VARIANCE_SHARE;
        return sqrt((rest > least ? rest : least) / (float) buckets);
    }

    /**
     * How much further the price went than the flow takes it.
     *
     * @param y sum of the window's changes of mid2
     * @param x sum of its flow
     */
    static float unexplained(final long y, final long x, final float beta) {
        return (float) y - beta * (float) x;
    }

    /** @param buckets number of the window's valid buckets: at least one, as half of the window's time is valid */
    static float residualScale(final float sigma, final int buckets) {
        return (sigma + EPSILON) * sqrt((float) buckets);
    }

    static float residual(final float unexplained, final float residualScale) {
        return clip(unexplained / residualScale, -MAX_RESIDUAL, MAX_RESIDUAL);
    }

    /**
     * The evidence as far as so many trades can carry it, and else the prior: of few trades every share is soon unusual.
     *
     * @param trades bursts of them
     */
    static float trusted(final float evidence, final long trades) {
        return PRIOR + (evidence - PRIOR) * trust(trades);
    }

    /** 0: nothing traded, up to 1. */
    static float trust(final long trades) {
        final long n = Math.max(0, trades);
        return sqrt((float) n / (float) (n + DOUBTED_TRADES));
    }

    static float score(final float evidence) {
        return EVIDENCE.of(evidence);
    }
}
