package io.undercurrent.feeds.sim;

/**
 * What the market believes the instrument is worth, in ticks: a martingale that the common factor, own news and the surprise in the
 * aggressive flow move, and that the order flow follows. Without the surprise in place of the flow itself the price would feed on the
 * orders that it attracts. One thread.
 */
final class FairValue {
    /** Of the variance, what trades bring. */
    private static final double IMPACT_SHARE = 0.4;
    private static final double HOLD_PER_SECOND = 0.6;
    private static final double LET_GO_PER_SECOND = 0.15;
    private static final double MAX_GAP = 5;

    private final double common;
    private final double own;
    private final double impact;
    private final double halfSpread;
    private double ticks;

    FairValue(final SimulatedInstrument profile) {
        final double sigma = profile.sigmaTicks();
        final double news = sigma * Math.sqrt(1 - IMPACT_SHARE);
        common = news * Math.sqrt(profile.commonShare());
        own = news * Math.sqrt(1 - profile.commonShare());
        impact = sigma * Math.sqrt(IMPACT_SHARE / profile.ordersPerSecond());
        halfSpread = 0.5 * profile.spreadTicks();
        ticks = (double) profile.startPrice() / profile.priceIncrement() + 0.5 * (profile.spreadTicks() % 2);
    }

    /** @param scale standard deviation now against its usual one */
    void step(final double seconds, final double factor, final double scale, final SimRandom random, final Influence influence) {
        ticks += influence.driftTicks * seconds
                + scale * influence.volatility * Math.sqrt(seconds) * (common * factor + own * random.gaussian());
        if (!Double.isNaN(influence.hold)) {
            final double away = influence.hold - ticks;
            final boolean against = influence.holdSide == SimBook.BID ? away > 0 : away < 0;
            ticks += away * (against ? HOLD_PER_SECOND : LET_GO_PER_SECOND) * seconds;
        }
    }

    /** News. */
    void jump(final double byTicks) {
        ticks += byTicks;
    }

    /** @param surprise sign of an aggressive order less what it was expected to be */
    void learn(final double surprise, final int shares, final double usualShares, final double scale) {
        ticks += impact * scale * surprise * Math.clamp(Math.sqrt(shares / usualShares), 0.3, 2.5);
    }

    double ticks() {
        return ticks;
    }

    /** Fair value above the mid, in usual half spreads, at most {@value #MAX_GAP} either way. */
    double gap(final double mid) {
        return Math.clamp((ticks - mid) / halfSpread, -MAX_GAP, MAX_GAP);
    }
}
