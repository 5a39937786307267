package io.undercurrent.feeds.sim;

/** Somebody sells in a hurry and nobody absorbs it: the price gives way. */
final class PlainSellingAgent implements Agent {
    private static final double SELLING = 0.9;
    private static final double SWEEPS = 0.2;
    private static final double FALL_BP = -0.1;

    @Override
    public void begin(final Desk desk) {
        desk.press(SELLING * desk.profile().ordersPerSecond(), SWEEPS);
        desk.drift(FALL_BP);
    }

    @Override
    public void wake(final Desk desk) {
        // it has nothing to decide
    }
}
