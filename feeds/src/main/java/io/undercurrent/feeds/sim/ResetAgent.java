package io.undercurrent.feeds.sim;

/** The source clears its book and sends it again, at once or a little later. */
final class ResetAgent implements Agent {
    private boolean cleared;

    @Override
    public void begin(final Desk desk) {
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        if (cleared) {
            desk.feed().recover();
            desk.wakeAfter(desk.random().between(10_000.0, 60_000.0));
        } else {
            desk.feed().lose(SimBook.BID);
            desk.feed().lose(SimBook.ASK);
            desk.wakeAfter(desk.random().between(1.0, 800.0));
        }
        cleared = !cleared;
    }

    @Override
    public void end(final Desk desk) {
        desk.feed().recover();
    }
}
