package io.undercurrent.feeds.sim;

/**
 * Ordinary traders who work large orders bit by bit: the cause of the long memory of trade signs (Lillo, Mike, Farmer 2005). Each of a
 * fixed number has a side and a number of bits left, of a Pareto distribution; whoever is done is followed by another. Each is a small part
 * of the volume. One thread.
 */
final class LargeOrders {
    private static final int WORKING = 12;
    private static final double TAIL = 1.5;
    private static final int LEAST_BITS = 4;
    private static final int MOST_BITS = 400;

    private static final double SESSION_SECONDS = 23_400;
    /** The longest takes this share of a day. */
    private static final double LONGEST = 0.5;

    private final SimRandom random;
    private final int mostBits;
    private final boolean[] buys = new boolean[WORKING];
    private final int[] left = new int[WORKING];

    /** @param bitsPerSecond about, of all together */
    LargeOrders(final double bitsPerSecond, final SimRandom random) {
        this.random = random;
        mostBits = (int) Math.clamp(LONGEST * SESSION_SECONDS * bitsPerSecond / WORKING, 2 * LEAST_BITS, MOST_BITS);
        for (int i = 0; i < WORKING; i++) {
            begin(i);
            // met somewhere on their way
            left[i] = 1 + random.below(left[i]);
        }
    }

    private void begin(final int order) {
        buys[order] = random.chance(0.5);
        left[order] = (int) Math.min(mostBits, LEAST_BITS * StrictMath.exp(random.exponential() / TAIL));
    }

    /** One of them acts: whether it buys. */
    boolean buys() {
        final int order = random.below(WORKING);
        final boolean side = buys[order];
        if (--left[order] <= 0) {
            begin(order);
        }
        return side;
    }
}
