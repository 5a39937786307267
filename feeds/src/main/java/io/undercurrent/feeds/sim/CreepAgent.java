package io.undercurrent.feeds.sim;

/** Lifts the offer with small orders, as often as its share asks for. */
final class CreepAgent implements Agent {
    private static final double DRIFT_BP = 0.1;

    @Override
    public void begin(final Desk desk) {
        desk.drift(DRIFT_BP * desk.strength());
        desk.wakeAfter(500);
    }

    @Override
    public void wake(final Desk desk) {
        final int child = desk.random().chance(0.3) ? desk.random().between(20, 99) : desk.random().between(1, 2) * 100;
        if (desk.progress().behind() > child * 0.5) {
            desk.lift(child);
        }
        desk.wakeAfter(desk.progress().behind() > 400 ? desk.random().between(100.0, 600.0) : desk.random().between(300.0, 1800.0));
    }
}
