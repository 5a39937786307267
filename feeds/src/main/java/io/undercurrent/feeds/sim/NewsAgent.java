package io.undercurrent.feeds.sim;

/** News: the value jumps at once, everybody trades, and within minutes the market is what it was. */
final class NewsAgent implements Agent {
    /** Times the usual move of a minute. */
    private static final double LEAST_JUMP = 3;
    private static final double MOST_JUMP = 10;
    private static final double TAKERS = 8;
    private static final double ACTIVITY = 6;
    private static final double VOLATILITY = 1.5;
    private static final double CALM_SECONDS = 120;
    private static final double LOOK_MS = 1000;

    @Override
    public void begin(final Desk desk) {
        desk.jump(desk.random().between(LEAST_JUMP, MOST_JUMP) * desk.profile().volatilityBp(), TAKERS);
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        final double left = StrictMath.exp(-desk.sinceStartNs() / (1e9 * CALM_SECONDS));
        desk.influence().activity = 1 + (ACTIVITY - 1) * left;
        desk.influence().volatility = 1 + (VOLATILITY - 1) * left;
        desk.wakeAfter(LOOK_MS);
    }
}
