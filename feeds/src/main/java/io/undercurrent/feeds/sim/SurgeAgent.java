package io.undercurrent.feeds.sim;

/** A busy spell without a purpose: every rate is several times the usual, the price moves more. */
final class SurgeAgent implements Agent {
    private static final double ACTIVITY = 3;
    private static final double VOLATILITY = 1.6;

    @Override
    public void begin(final Desk desk) {
        desk.influence().activity = ACTIVITY;
        desk.influence().volatility = VOLATILITY;
    }

    @Override
    public void wake(final Desk desk) {
        // it has nothing to decide
    }
}
