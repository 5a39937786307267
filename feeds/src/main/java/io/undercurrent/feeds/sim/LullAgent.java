package io.undercurrent.feeds.sim;

/** A quiet spell without a purpose. */
final class LullAgent implements Agent {
    private static final double LEAST = 0.15;
    private static final double MOST = 0.4;
    private static final double VOLATILITY = 0.7;

    @Override
    public void begin(final Desk desk) {
        desk.influence().activity = desk.random().between(LEAST, MOST);
        desk.influence().volatility = VOLATILITY;
    }
}
