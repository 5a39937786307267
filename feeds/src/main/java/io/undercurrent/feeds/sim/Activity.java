package io.undercurrent.feeds.sim;

/**
 * How busy an instrument is, 1 on average: the curve of the day, a factor of the whole day, and ups and downs of minutes and of quarters of an
 * hour, of which a part is common to all instruments. Variance and spread have curves of their own. One thread.
 */
final class Activity {
    private static final double DAY_DEVIATION = 0.25;
    private static final double FAST_DEVIATION = 0.3;
    private static final double FAST_SECONDS = 80;
    private static final double SLOW_DEVIATION = 0.3;
    private static final double SLOW_SECONDS = 1000;
    private static final double COMMON_DEVIATION = 0.25;
    private static final double COMMON_SECONDS = 600;
    /** Half the variance of all logarithms together, so that the mean is 1. */
    private static final double NORMAL = 0.5 * (DAY_DEVIATION * DAY_DEVIATION + FAST_DEVIATION * FAST_DEVIATION
            + SLOW_DEVIATION * SLOW_DEVIATION + COMMON_DEVIATION * COMMON_DEVIATION);
    private static final double SPREAD_POWER = 0.3;
    private static final double LIQUIDITY_DEVIATION = 0.22;
    private static final double LIQUIDITY_SECONDS = 150;
    private static final double IMPACT_DEVIATION = 0.25;
    private static final double IMPACT_SECONDS = 700;
    private static final double OFF_DEVIATION = 0.35;
    private static final double OFF_SECONDS = 300;

    private final double ofDay;
    private double fast;
    private double slow;
    private double liquidity;
    private double impact;
    private double off;
    private double trades;
    private double perTrade;
    private double variance;
    private double spread;

    Activity(final SimRandom random) {
        ofDay = DAY_DEVIATION * random.gaussian();
        fast = FAST_DEVIATION * random.gaussian();
        slow = SLOW_DEVIATION * random.gaussian();
        set(0, 0);
    }

    /** @param common from {@link #wanderCommon} */
    void step(final double seconds, final long sinceOpenNs, final double common, final SimRandom random) {
        fast = wander(fast, FAST_DEVIATION, FAST_SECONDS, seconds, random);
        slow = wander(slow, SLOW_DEVIATION, SLOW_SECONDS, seconds, random);
        liquidity = wander(liquidity, LIQUIDITY_DEVIATION, LIQUIDITY_SECONDS, seconds, random);
        off = wander(off, OFF_DEVIATION, OFF_SECONDS, seconds, random);
        impact = wander(impact, IMPACT_DEVIATION, IMPACT_SECONDS, seconds, random);
        set(sinceOpenNs, common);
    }

    private void set(final long sinceOpenNs, final double common) {
        final double wave = ofDay + fast + slow + common - NORMAL;
        final double busy = StrictMath.exp(wave);
        trades = busy * DayCurve.TRADES.at(sinceOpenNs);
        final double nervous = StrictMath.exp(2 * impact - 2 * IMPACT_DEVIATION * IMPACT_DEVIATION);
        variance = busy * nervous * DayCurve.VARIANCE.at(sinceOpenNs);
        perTrade = Math.sqrt(variance / trades);
        spread = DayCurve.SPREAD.at(sinceOpenNs) * StrictMath.exp(SPREAD_POWER * wave + liquidity);
    }

    static double wanderCommon(final double state, final double seconds, final SimRandom random) {
        return wander(state, COMMON_DEVIATION, COMMON_SECONDS, seconds, random);
    }

    private static double wander(
            final double state, final double stationary, final double memorySeconds, final double seconds, final SimRandom random) {
        return state - state * seconds / memorySeconds + stationary * Math.sqrt(2 * seconds / memorySeconds) * random.gaussian();
    }

    /** Rate of trades and orders against its mean over the day. */
    double trades() {
        return trades;
    }

    /** What a trade moves against the mean over the day. */
    double perTrade() {
        return perTrade;
    }

    /** Variance of the price per second against its mean over the day. */
    double variance() {
        return variance;
    }

    /** Rate of off-exchange trades against that of the others. */
    double offExchange() {
        return StrictMath.exp(off - 0.5 * OFF_DEVIATION * OFF_DEVIATION);
    }

    /** Usual spread against its mean over the day. */
    double spread() {
        return spread;
    }
}
