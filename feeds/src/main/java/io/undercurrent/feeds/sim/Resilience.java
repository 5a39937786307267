package io.undercurrent.feeds.sim;

/**
 * What the market learns from a quote that stands up to a trade: if the size that was hit is there again a quarter of a second later, or was more
 * than was shown, somebody is there who wants it, and the trade meant less (the refill that balances the predictable flow in Bouchaud,
 * Farmer, Lillo 2009). Only what exceeds the usual counts, so the fair value stays a martingale. One thread.
 */
final class Resilience {
    static final long SETTLE_NS = 250_000_000;

    /** Part of a trade's own impact that a full refill takes back. */
    private static final double TAKEN_BACK = 1;
    private static final double FORGET = 0.002;
    private static final double FIRST_USUAL = 0.3;
    private static final int CAPACITY = 1 << 12;

    private final SimBook book;
    private final FairValue value;
    private final TimerQueue timers;
    // a ring, in order of due times
    private final int[] side = new int[CAPACITY];
    private final int[] price = new int[CAPACITY];
    private final int[] shown = new int[CAPACITY];
    private final int[] executed = new int[CAPACITY];
    private final double[] impact = new double[CAPACITY];
    private int head;
    private int count;
    private double usual = FIRST_USUAL;

    Resilience(final SimBook book, final FairValue value, final TimerQueue timers) {
        this.book = book;
        this.value = value;
        this.timers = timers;
    }

    /**
     * A trade hit the best price of the side; with very many under way it is not followed.
     *
     * @param shownShares there before it
     * @param impactTicks what the market has learned from it
     */
    void hit(
            final long nowNs, final int ofSide, final int atPrice, final int shownShares, final int executedShares,
            final double impactTicks) {
        if (count == CAPACITY || executedShares == 0) {
            return;
        }
        final int at = (head + count++) % CAPACITY;
        side[at] = ofSide;
        price[at] = atPrice;
        shown[at] = shownShares;
        executed[at] = executedShares;
        impact[at] = impactTicks;
        timers.put(nowNs + SETTLE_NS, TimerQueue.Kind.SETTLE, 0, 0, 0);
    }

    /** A {@link TimerQueue.Kind#SETTLE} is due. */
    void settle() {
        final int at = head;
        head = (head + 1) % CAPACITY;
        count--;
        final boolean gone = SimBook.isBetter(side[at], price[at], book.best(side[at]));
        final int now = gone ? 0 : book.size(side[at], price[at]);
        final int hidden = Math.max(0, executed[at] - shown[at]);
        final double refilled = Math.clamp((double) now - shown[at] + executed[at], 0, executed[at] - hidden);
        final double surprise = (refilled + hidden) / executed[at] - usual;
        usual += FORGET * surprise;
        value.jump(-TAKEN_BACK * surprise * impact[at]);
    }
}
