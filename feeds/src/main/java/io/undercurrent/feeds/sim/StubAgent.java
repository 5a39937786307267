package io.undercurrent.feeds.sim;

/** For minutes nothing is quoted but stubs: prices that nobody means, on one side or on both. */
final class StubAgent implements Agent {
    private static final double BOTH_SIDES = 0.6;

    private boolean stubs;

    @Override
    public void begin(final Desk desk) {
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        if (stubs) {
            desk.feed().recover();
            desk.wakeAfter(desk.random().between(5_000.0, 120_000.0));
        } else {
            stub(desk, desk.otherSide());
            if (desk.random().chance(BOTH_SIDES)) {
                stub(desk, desk.ownSide());
            }
            desk.wakeAfter(desk.random().between(30_000.0, 300_000.0));
        }
        stubs = !stubs;
    }

    private static void stub(final Desk desk, final int side) {
        final long increment = desk.profile().priceIncrement();
        final int best = side == desk.ownSide() ? desk.best() : desk.otherBest();
        final double share = DayPlan.logUniform(desk.random(), 0.06, 0.9);
        final long ticks = Math.max(1, Math.round(side == SimBook.BID ? best * (1 - share) : best / (1 - share)));
        desk.feed().lose(side);
        desk.feed().phantom(side, ticks * increment, 100);
    }

    @Override
    public void end(final Desk desk) {
        desk.feed().recover();
    }
}
