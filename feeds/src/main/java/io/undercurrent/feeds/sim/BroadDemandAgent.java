package io.undercurrent.feeds.sim;

/** Many ordinary buyers at once: more and deeper bids, more buying, nobody who coordinates it. */
final class BroadDemandAgent implements Agent {
    private static final double LEAST_LEAN = 0.1;
    private static final double MOST_LEAN = 0.3;
    private static final double LEAST_ADDS = 1.5;
    private static final double MOST_ADDS = 2.5;
    private static final double DEPTH = 1.5;

    @Override
    public void begin(final Desk desk) {
        final double lean = desk.random().between(LEAST_LEAN, MOST_LEAN);
        desk.influence().lean = desk.ownSide() == SimBook.BID ? lean : -lean;
        desk.influence().adds[desk.ownSide()] = desk.random().between(LEAST_ADDS, MOST_ADDS);
        desk.influence().depth[desk.ownSide()] = DEPTH;
        desk.influence().activity = 1.2;
    }
}
