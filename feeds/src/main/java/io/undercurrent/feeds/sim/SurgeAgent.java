package io.undercurrent.feeds.sim;

/** A busy spell without a purpose: everything happens several times as often, and the price moves accordingly. */
final class SurgeAgent implements Agent {
    private static final double LEAST = 2;
    private static final double MOST = 4;

    @Override
    public void begin(final Desk desk) {
        desk.influence().activity = desk.random().between(LEAST, MOST);
    }
}
