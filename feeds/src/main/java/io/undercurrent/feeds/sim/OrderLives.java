package io.undercurrent.feeds.sim;

/**
 * How long displayed orders are meant to stay: four groups of exponential lives from milliseconds to minutes, which together give the heavy
 * tail that recorded lifetimes have. Orders in front of the best are the most fleeting.
 */
final class OrderLives {
    static final int GROUPS = 4;
    /** The group of the orders of the running programme's first part, followed by those of the others: they go when it says so. */
    static final int OWN = GROUPS;
    static final int ALL = OWN + Progress.MAX_PARTS;
    /** Of an order near the best, at patience 1. */
    static final double MEAN_SECONDS = 12;

    private static final double[] SECONDS = {0.012, 0.5, 10, 120};
    private static final double[][] CUMULATIVE = {
        {0.35, 0.75, 0.97, 1},
        {0.30, 0.65, 0.92, 1},
        {0.15, 0.40, 0.72, 1},
    };

    private OrderLives() {
    }

    /** The group of an order that is met in a book that has stood for long. */
    static int standing(final SimRandom random) {
        return random.chance(0.8) ? 3 : 2;
    }

    /** @param zone 0: in front of the best, 1: near it, 2: far */
    static int draw(final int zone, final SimRandom random) {
        final double u = random.uniform();
        int group = 0;
        while (u >= CUMULATIVE[zone][group]) {
            group++;
        }
        return group;
    }

    /** Cancels per second and order; patience is a matter of those who stay. */
    static double rate(final int group, final double patience) {
        return 1 / (group < 2 ? SECONDS[group] : SECONDS[group] * patience);
    }
}
