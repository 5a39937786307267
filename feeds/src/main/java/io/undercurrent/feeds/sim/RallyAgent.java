package io.undercurrent.feeds.sim;

/** The whole market goes up step by step, each instrument by as much of its own usual move, and trading is livelier. */
final class RallyAgent implements Agent {
    private static final long STREAM = 1L << 42;
    /** Times the usual move of the whole interval. */
    private static final double LEAST = 1.5;
    private static final double MOST = 3;
    private static final double ACTIVITY = 1.4;
    private static final double STEP_MS = 2000;

    private final SimRandom market;
    private double bpPerStep;

    /** @param seed of the day; with the start it gives the same steps on every instrument */
    RallyAgent(final long seed, final long startNs) {
        market = new SimRandom(seed ^ startNs, STREAM);
    }

    @Override
    public void begin(final Desk desk) {
        final double minutes = desk.durationNs() / 60e9;
        final double steps = 60_000 / STEP_MS * minutes;
        bpPerStep = market.between(LEAST, MOST) * desk.profile().volatilityBp() * Math.sqrt(minutes) / steps;
        desk.influence().activity = ACTIVITY;
        desk.wakeAfter(STEP_MS * market.exponential());
    }

    @Override
    public void wake(final Desk desk) {
        desk.jump(bpPerStep * market.exponential(), 0.2);
        desk.wakeAfter(STEP_MS * market.exponential());
    }
}
