package io.undercurrent.signals;

/**
 * What follows the exact sums: the float32 expressions of features and scores, each in one order of correctly rounded operations. Sums
 * come as int64 and are rounded to float32 once. {@code lot} is L. Formulas are those of the design's page on signals; each is written
 * for accumulation, distribution passes mirrored arguments.
 */
final class SignalFormulas {
    static final float MAX_BP_PER_SECOND = 5f;
    static final float LEAST_ACTIVITY = -1f;
    static final float ABSORBING_FEATURES = 1.5f;
    static final Ramp ABSORBING = new Ramp(1f, 4f);
    static final Ramp WIDENING = new Ramp(1.25f, 2f);
    static final Ramp SMALL = new Ramp(1f, 3.5f);
    static final Ramp DARK = new Ramp(1f, 3.5f);
    static final Ramp UNEXPLAINED = new Ramp(0f, 1f);
    static final Ramp SINKING = new Ramp(0.5f, 3f);
    static final Ramp TIGHT = new Ramp(1f, 3f);
    static final Ramp QUIET = new Ramp(0.25f, 1f);

    private static final float MAD_TO_DEVIATION = 1.4826f;
    private static final float EPSILON = 1e-3f;
    private static final float MAX_Z = 8f;
    private static final float ONE_TICK_SPREAD = 1.2f;
    private static final float LEAST_SPREAD = 1f / 16f;
    private static final float BASE_SHARE = 1f / 1024f;
    private static final float LEAST_VARIANCE_SHARE = 1f / 1024f;
    private static final float TWO_32 = 1L << 32;
    /** Basis points times milliseconds per second. */
    private static final float BP_MS = 1e7f;
    private static final int PRIOR_LOTS = 20;

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

    static float scale(final float mad, final float floor) {
        final float deviation = MAD_TO_DEVIATION * mad;
        return (deviation > floor ? deviation : floor) + EPSILON;
    }

    static float z(final float x, final float median, final float scale) {
        return clip((x - median) / scale, -MAX_Z, MAX_Z);
    }

    static float refill(final long ownRefilled, final long oppositeRefilled, final long lot) {
        return Log2.of((float) (ownRefilled + lot) / (float) (oppositeRefilled + lot));
    }

    static float small(final long smallVolume, final long litVolume, final long lot) {
        return Log2.of((float) (smallVolume + lot) / (float) (litVolume + 4 * lot));
    }

    /** Usual share of midpoint prints in the whole tape. */
    static float base(final long offMid, final long tapeVolume) {
        return (tapeVolume > 0 ? (float) offMid / (float) tapeVolume : 0f) + BASE_SHARE;
    }

    static float offExchange(final long offMid, final long tapeVolume, final long lot, final float base) {
        final long prior = PRIOR_LOTS * lot;
        return Log2.of(((float) (offMid + lot) + (float) prior * base) / (float) (tapeVolume + prior));
    }

    /** @param rows number of snapshots in {@code depthSum} */
    static float depth(final long depthSum, final int rows, final long lot) {
        return Log2.of((float) depthSum / (float) rows + (float) lot);
    }

    /** @param swallowed executed deep + refilled + hidden */
    static float swallowed(final long swallowed, final long cancelled, final long lot) {
        return Log2.of((float) (swallowed + lot) / (float) (cancelled + lot));
    }

    /** Mean spread in ticks; 0 where no time was valid. */
    static float spread(final long spreadTime, final long validMs) {
        return validMs > 0 ? (float) spreadTime / (float) validMs : 0f;
    }

    static float logSpread(final long spreadTime, final long validMs) {
        final float spread = spread(spreadTime, validMs);
        return Log2.of(spread > LEAST_SPREAD ? spread : LEAST_SPREAD);
    }

    static float variance(final long squareSum) {
        return Log2.of((float) (squareSum + 1));
    }

    static float volume(final long litVolume, final long lot) {
        return Log2.of((float) (litVolume + lot));
    }

    static float updates(final long bookUpdates) {
        return Log2.of((float) (bookUpdates + 1));
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

    /** @param buckets number of the window's valid buckets */
    static float residualScale(final float sigma, final int buckets) {
        return (sigma + EPSILON) * sqrt((float) buckets);
    }

    /**
     * @param y sum of the window's changes of mid2
     * @param x sum of its flow
     * @param buckets number of its valid buckets
     */
    static float residual(final long y, final long x, final float beta, final float sigma, final int buckets) {
        return z(unexplained(y, x, beta), 0f, residualScale(sigma, buckets));
    }

    static float spreadRatio(final float fast, final float slow) {
        return slow > 0f ? fast / slow : 1f;
    }

    /**
     * @param rise change of mid2
     * @param fromMid2 mid2 before it
     * @param durationMs time it took
     */
    static float bpPerSecond(final long rise, final long fromMid2, final long durationMs) {
        return (float) rise / (float) Math.max(1, Math.abs(fromMid2)) * BP_MS / (float) durationMs;
    }

    static long leastHit(final long lot) {
        return 3 * lot;
    }

    static float absorbing(final float refillX, final float t) {
        return (refillX + t) / ABSORBING_FEATURES;
    }

    static float absorption(final float refillX, final float t, final long hit, final long lot, final float spreadRatio) {
        return hit < leastHit(lot) ? 0f : ABSORBING.of(absorbing(refillX, t)) * steady(spreadRatio);
    }

    static float steady(final float spreadRatio) {
        return 1f - WIDENING.of(spreadRatio);
    }

    static float creep(final float small, final long rise, final float bpPerSecond) {
        return rises(rise) && bpPerSecond < MAX_BP_PER_SECOND ? SMALL.of(small) : 0f;
    }

    static boolean rises(final long rise) {
        return rise > 0;
    }

    /**
     * @param longer z over the long horizon, or {@code main} again where there is none yet
     * @param litT impact residual on lit order flow
     */
    static float darkPool(final float main, final float longer, final float litT) {
        return DARK.of(larger(main, longer)) * UNEXPLAINED.of(litT);
    }

    static float sinkhole(final float depth, final float swallowed, final float t) {
        return SINKING.of(smaller(depth, swallowed)) * UNEXPLAINED.of(t);
    }

    static float larger(final float a, final float b) {
        return b > a ? b : a;
    }

    static float smaller(final float a, final float b) {
        return a < b ? a : b;
    }

    /**
     * @param spread z of log2 spread
     * @param calm log2 variance minus its median
     * @param slowSpread mean spread of the baseline in ticks
     */
    static float contraction(final float spread, final float calm, final float slowSpread, final long rise,
                             final float volume, final float updates) {
        if (!rises(rise) || !isActive(volume) || !isActive(updates)) {
            return 0f;
        }
        final float quiet = QUIET.of(quietness(calm));
        return isWide(slowSpread) ? sqrt(TIGHT.of(-spread) * quiet) : quiet;
    }

    static float quietness(final float calm) {
        return -0.5f * calm;
    }

    /** Not unusually little of it. */
    static boolean isActive(final float z) {
        return z > LEAST_ACTIVITY;
    }

    /** Wide enough for its spread to say something. */
    static boolean isWide(final float slowSpread) {
        return slowSpread > ONE_TICK_SPREAD;
    }
}
