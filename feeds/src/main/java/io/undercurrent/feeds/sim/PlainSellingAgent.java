package io.undercurrent.feeds.sim;

/** Somebody sells in a hurry and nobody absorbs it: the price gives way. */
final class PlainSellingAgent implements Agent {
    private static final double LEAST_SHARE = 0.1;
    private static final double MOST_SHARE = 0.4;
    private static final double MOST_SWEEPS = 0.35;
    private static final double LOOK_MS = 1000;

    private double share;
    private double sweeps;

    @Override
    public void begin(final Desk desk) {
        share = desk.random().between(LEAST_SHARE, MOST_SHARE);
        sweeps = desk.random().between(0, MOST_SWEEPS);
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        desk.press(share, sweeps);
        desk.wakeAfter(LOOK_MS);
    }
}
