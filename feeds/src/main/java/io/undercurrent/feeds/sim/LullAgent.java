package io.undercurrent.feeds.sim;

/** A quiet spell without a purpose. */
final class LullAgent implements Agent {
    private static final double ACTIVITY = 0.25;
    private static final double VOLATILITY = 0.4;

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
