package io.undercurrent.feeds.sim;

/** Shows layers of large bids behind the best price and takes each away before it can be hit. Executes nothing, or nearly. */
final class SpoofAgent implements Agent {
    private static final int LAYERS = 6;
    /** Of the visible depth at the start. */
    private static final double LAYER = 0.35;
    private static final double WITHDRAW = 0.12;

    private int layer;
    private int step;

    @Override
    public void begin(final Desk desk) {
        layer = AbsorptionAgent.lots((int) (LAYER * desk.depth10()));
        step = (int) Math.max(1, desk.profile().spreadTicks() / 2);
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        final int best = desk.best();
        // the layers lie on a fixed grid of prices, so that they are found again when the best price has moved
        final int grid = Math.floorMod(best, step);
        for (int i = -2; i < LAYERS + 3; i++) {
            final int price = desk.behind(best - grid, i * step);
            final boolean safe = desk.distance(price) > step && desk.distance(price) <= (LAYERS + 1) * step;
            if (desk.ownSize(price) > 0) {
                if (!safe || desk.random().chance(WITHDRAW)) {
                    desk.cancel(price);
                }
            } else if (safe && desk.random().chance(0.4)) {
                desk.post(price, layer);
            }
        }
        desk.wakeAfter(desk.random().between(150.0, 400.0));
    }
}
