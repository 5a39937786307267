package io.undercurrent.feeds.sim;

/**
 * What the market believes the instrument is worth, in ticks: a martingale that the common factor, own news and the surprise in the
 * aggressive flow move, and that the quotes follow. It is the surprise and not the flow itself, as order flow is predictable and prices are
 * not (Lillo, Farmer 2004; Bouchaud, Gefen, Potters, Wyart 2004). One thread.
 */
final class FairValue {
    /** Of the variance: what trades bring, what the common factor brings; the rest is own news. */
    private static final double TRADES = 0.5;
    private static final double COMMON = 0.22;
    /** How much more trades move together than one by one, as bursts of one side add up. */
    private static final double CLUSTERING = 5;
    private static final double LEAST_WEIGHT = 0.1;
    private static final double MOST_WEIGHT = 2.5;
    /** News against trades. */
    static final double NEWS_PER_TRADE = 0.1;

    private final double common;
    private final double impact;
    private final double news;
    private final double newsPerSecond;
    private final double usualShares;
    private final double usualHalf;
    private double ticks;
    private double half;

    FairValue(final SimulatedInstrument profile) {
        final double sigma = profile.sigmaTicks();
        common = sigma * Math.sqrt(COMMON);
        impact = sigma * Math.sqrt(TRADES / (profile.tradesPerSecond() * CLUSTERING));
        newsPerSecond = NEWS_PER_TRADE * profile.tradesPerSecond();
        news = sigma * Math.sqrt((1 - TRADES - COMMON) / newsPerSecond);
        usualShares = profile.usualShares();
        usualHalf = 0.5 * profile.spreadTicks();
        half = usualHalf;
        ticks = (double) profile.startPrice() / profile.priceIncrement() + 0.5 * (profile.spreadTicks() % 2);
    }

    /** @param factor what the common factor does in this step, in units of its deviation over a second */
    void common(final double factor, final Activity activity, final Influence influence) {
        ticks += common * factor * influence.volatility * Math.sqrt(activity.variance());
    }

    /** The usual spread goes with the day. */
    void breathe(final Activity activity) {
        half = Math.max(0.5, usualHalf * activity.spread());
    }

    double newsPerSecond(final Activity activity) {
        return newsPerSecond * activity.trades();
    }

    /** Own news; its size has a double exponential distribution. Returns how far it moved. */
    double news(final Activity activity, final Influence influence, final SimRandom random) {
        final double size = news * Math.sqrt(0.5) * random.exponential() * activity.perTrade() * influence.volatility;
        final double move = random.chance(0.5) ? size : -size;
        ticks += move;
        return move;
    }

    void jump(final double byTicks) {
        ticks += byTicks;
    }

    /** What an order of this size means against a usual one: less than its size, the less the larger it is. */
    double weight(final int shares) {
        final double size = shares / usualShares;
        final double root = Math.sqrt(size);
        return size < 1 ? Math.max(LEAST_WEIGHT, Math.sqrt(size * root)) : Math.min(MOST_WEIGHT, root);
    }

    /**
     * @param surprise in the aggressive flow, in usual orders; positive: more buying than was expected
     * @return how far it moved
     */
    double learn(final double surprise, final double scale) {
        final double move = impact * scale * surprise;
        ticks += move;
        return move;
    }

    double ticks() {
        return ticks;
    }

    /** Half of the usual spread as it is at this time of day, at least half a tick. */
    double half() {
        return half;
    }
}
