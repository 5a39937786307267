package io.undercurrent.feeds.sim;

/** The price drifts with the whole market's, and trading is livelier. */
final class RallyAgent implements Agent {
    /** Times the usual move of the whole interval. */
    private static final double STRENGTH = 2.5;
    private static final double ACTIVITY = 1.5;

    @Override
    public void begin(final Desk desk) {
        final double seconds = desk.durationNs() / 1e9;
        desk.drift(STRENGTH * desk.profile().volatilityBp() * Math.sqrt(seconds / 60) / seconds);
        desk.influence().activity = ACTIVITY;
    }

    @Override
    public void wake(final Desk desk) {
        // it has nothing to decide
    }
}
