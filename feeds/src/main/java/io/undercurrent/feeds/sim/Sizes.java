package io.undercurrent.feeds.sim;

/**
 * Order sizes as they are seen on United States venues: odd lots, many single round lots, and a log-normal tail rounded to lots. Shares.
 */
final class Sizes {
    private static final int LOT = 100;
    private static final int MOST = 200_000;

    private final SimRandom random;
    private final double deviation;
    private final double oddLotShare;

    Sizes(final SimulatedInstrument profile, final SimRandom random) {
        this.random = random;
        deviation = profile.sizeDeviation();
        oddLotShare = profile.oddLotShare();
    }

    int draw(final double median) {
        if (random.chance(oddLotShare)) {
            return 1 + random.below(LOT - 1);
        }
        return lots(median * StrictMath.exp(deviation * random.gaussian()));
    }

    /** Whole lots, at least one. */
    static int lots(final double shares) {
        return LOT * Math.clamp(Math.round(shares / LOT), 1, MOST / LOT);
    }

    static double mean(final double median, final double deviation) {
        return Math.max(LOT, median * StrictMath.exp(0.5 * deviation * deviation));
    }
}
