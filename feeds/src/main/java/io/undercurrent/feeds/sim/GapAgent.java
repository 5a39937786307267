package io.undercurrent.feeds.sim;

/** Events are lost for a while; then the source says so, clears the book and sends it again. */
final class GapAgent implements Agent {
    private boolean silent;

    @Override
    public void begin(final Desk desk) {
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        if (silent) {
            end(desk);
            desk.wakeAfter(DayPlan.logUniform(desk.random(), 10_000, 240_000));
        } else {
            desk.feed().silence();
            desk.wakeAfter(DayPlan.logUniform(desk.random(), 200, 20_000));
        }
        silent = !silent;
    }

    @Override
    public void end(final Desk desk) {
        desk.feed().gap();
        desk.feed().lose(SimBook.BID);
        desk.feed().lose(SimBook.ASK);
        desk.feed().recover();
    }
}
