package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Times;

/**
 * How busy the market is, 1 at the quiet middle of the day: a mild U over the day, and slow ups and downs of which half are common to all
 * instruments. The variance of the price goes with it. One thread.
 */
final class Activity {
    private static final double U_SHAPE = 0.5;
    private static final double SLOW_DEVIATION = 0.2;
    private static final double SLOW_SECONDS = 500;
    private static final double LEAN_DEVIATION = 0.1;
    private static final double LEAN_SECONDS = 120;

    private double own;
    private double lean;
    private double level = 1 + U_SHAPE;
    private double deviation = Math.sqrt(level);

    /** @param common from {@link #wander} with the market's own state */
    void step(final double seconds, final long sinceOpenNs, final double common, final SimRandom random) {
        own = wander(own, SLOW_DEVIATION, SLOW_SECONDS, seconds, random);
        lean = Math.clamp(wander(lean, LEAN_DEVIATION, LEAN_SECONDS, seconds, random), -0.35, 0.35);
        final double position = 2.0 * sinceOpenNs / (6.5 * Times.HOUR_NS) - 1;
        level = (1 + U_SHAPE * position * position) * StrictMath.exp(common + own);
        deviation = Math.sqrt(level);
    }

    static double wanderCommon(final double state, final double seconds, final SimRandom random) {
        return wander(state, SLOW_DEVIATION, SLOW_SECONDS, seconds, random);
    }

    private static double wander(
            final double state, final double stationary, final double memorySeconds, final double seconds, final SimRandom random) {
        return state - state * seconds / memorySeconds + stationary * Math.sqrt(2 * seconds / memorySeconds) * random.gaussian();
    }

    double level() {
        return level;
    }

    /** Scale of price changes. */
    double deviation() {
        return deviation;
    }

    /** Slow bias of the aggressive flow, from -1 to 1; the price is not moved by what is expected. */
    double lean() {
        return lean;
    }
}
