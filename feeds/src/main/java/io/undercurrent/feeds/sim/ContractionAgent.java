package io.undercurrent.feeds.sim;

/** Keeps the spread tight and the price calm, leans it upwards, and buys on the bid, or at the offer when that is too slow. */
final class ContractionAgent implements Agent {
    private static final double CALM = 0.7;
    private static final double TIGHT = 1.2;
    private static final double DRIFT_BP = 0.06;

    @Override
    public void begin(final Desk desk) {
        desk.influence().volatility = 1 - CALM * Math.min(1, desk.strength());
        desk.influence().tightness = 1 + TIGHT * desk.strength();
        desk.drift(DRIFT_BP * desk.strength());
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        final double behind = desk.behindOrders();
        final int usual = AbsorptionAgent.lots((int) desk.profile().usualShares());
        if (behind > 0 && desk.ownSize(desk.best()) == 0) {
            final int inside = desk.behind(desk.best(), -1);
            desk.post(desk.spread() > 2 ? inside : desk.best(), usual);
        }
        if (behind > 2) {
            desk.lift(desk.random().between(1, 3) * 100);
        }
        desk.wakeAfter(desk.random().between(300.0, 900.0));
    }
}
