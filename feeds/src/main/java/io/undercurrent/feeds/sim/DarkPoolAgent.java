package io.undercurrent.feeds.sim;

/** Buys in midpoint crosses off exchange; the price drifts up and the lit flow does not explain it. */
final class DarkPoolAgent implements Agent {
    private static final double DRIFT_BP = 0.12;

    @Override
    public void begin(final Desk desk) {
        desk.drift(DRIFT_BP * desk.strength());
        desk.wakeAfter(500);
    }

    @Override
    public void wake(final Desk desk) {
        final int child = desk.random().chance(0.2) ? desk.random().between(20, 99) : desk.random().between(1, 8) * 100;
        if (desk.progress().behind() > child * 0.5) {
            desk.cross(child);
        }
        desk.wakeAfter(200 + 1500 * desk.random().exponential());
    }
}
