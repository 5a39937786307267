package io.undercurrent.feeds.sim;

/** A bid that nobody made stands at the offer, through it, or a tick below it: crossed, locked, or tight without a meaning. */
final class CrossedAgent implements Agent {
    private static final double BAD_SPELL_MS = 15_000;
    private static final double GOOD_SPELL_MS = 3_000;

    private boolean shown;
    private long phantom;
    private boolean bad;
    private double leftMs;

    @Override
    public void begin(final Desk desk) {
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        end(desk);
        if (leftMs <= 0) {
            bad = !bad;
            leftMs = (bad ? BAD_SPELL_MS : GOOD_SPELL_MS) * desk.random().exponential();
        }
        if (bad) {
            final int through = desk.random().between(-1, Math.max(2, desk.spread()));
            final long price = desk.behind(desk.otherBest(), -through) * desk.profile().priceIncrement();
            phantom = desk.feed().phantom(desk.ownSide(), price, desk.random().between(1, 50) * 100);
            shown = true;
        }
        final double waitMs = desk.random().between(50.0, 500.0);
        leftMs -= waitMs;
        desk.wakeAfter(waitMs);
    }

    @Override
    public void end(final Desk desk) {
        if (shown) {
            desk.feed().withdraw(desk.ownSide(), phantom);
            shown = false;
        }
    }
}
