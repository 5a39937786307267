package io.undercurrent.feeds.sim;

/**
 * The aggressive flow as anybody could guess it from that before: its average over about 250 orders, less where that could be chance. What is
 * left has no memory to speak of, so the price stays diffusive although the flow of {@link LargeOrders} does not; and whoever goes on
 * buying is found out and moves the price less and less, as large orders are known to (Almgren, Thum, Hauptmann, Li 2005). One thread.
 */
final class PublicMemory {
    private static final double FORGET = 1.0 / 250;
    /** Square of what the average comes to by chance, as orders come in bursts. */
    private static final double CHANCE = 0.009;

    private double average;

    void see(final double flow) {
        average += FORGET * (flow - average);
    }

    double expected() {
        final double square = average * average;
        return average * square / (square + CHANCE);
    }
}
