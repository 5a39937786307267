package io.undercurrent.feeds.sim;

/** The offers are missing for minutes at a time. */
final class OneSidedAgent implements Agent {
    private boolean missing;

    @Override
    public void begin(final Desk desk) {
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        if (missing) {
            desk.feed().recover();
            desk.wakeAfter(desk.random().between(5_000.0, 120_000.0));
        } else {
            desk.feed().lose(desk.otherSide());
            desk.wakeAfter(desk.random().between(30_000.0, 300_000.0));
        }
        missing = !missing;
    }

    @Override
    public void end(final Desk desk) {
        desk.feed().recover();
    }
}
