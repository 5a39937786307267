package io.undercurrent.feeds.sim;

/** Order sizes as they are seen on United States venues: mostly one round lot, some odd lots, a long tail of round numbers. Shares. */
final class SizeTable {
    /** Mean of {@link #draw} with multiple 1, close enough for scales. */
    static final double MEAN = 250;

    private static final int[] SIZES = {100, 200, 300, 400, 500, 600, 800, 1000, 2000, 5000};
    private static final double[] CUMULATIVE = {0.62, 0.76, 0.83, 0.87, 0.94, 0.955, 0.965, 0.99, 0.998, 1};
    private static final double ODD_LOT_SHARE = 0.13;

    private SizeTable() {
    }

    static int draw(final SimRandom random, final double multiple) {
        if (random.chance(ODD_LOT_SHARE)) {
            return 1 + random.below(99);
        }
        final double u = random.uniform();
        int i = 0;
        while (u >= CUMULATIVE[i]) {
            i++;
        }
        // thick names trade in larger round lots, never in fractions of one
        return multiple <= 1 ? SIZES[i] : Math.max(1, (int) (SIZES[i] * multiple / 100)) * 100;
    }
}
