package io.undercurrent.feeds.sim;

/** Shows layers of large bids behind the best price and takes each away before it can be hit. Executes nothing, or nearly. */
final class SpoofAgent implements Agent {
    private static final int LAYERS = 6;
    /** Against the usual level. */
    private static final double LEAST_LAYER = 1;
    private static final double MOST_LAYER = 3;
    private static final int REACH = 4;
    private static final double WITHDRAW = 0.05;
    private static final double SHOW = 0.15;
    /** Orders of others that must stand before a layer. */
    private static final double COVER = 4;

    private int layer;
    private int step;

    @Override
    public void begin(final Desk desk) {
        layer = Sizes.lots(desk.profile().usualLevelShares() * desk.random().between(LEAST_LAYER, MOST_LAYER));
        step = (int) Math.max(1, Math.round(desk.usualHalf() / 2));
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        final int best = desk.best();
        // the layers lie on a fixed grid of prices, so that they are found again when the best price has moved
        final int grid = Math.floorMod(best, step);
        for (int i = -2; i < LAYERS + REACH + 2; i++) {
            final int price = desk.behind(best - grid, i * step);
            final boolean safe = desk.distance(price) > 2 * step && desk.distance(price) <= (LAYERS + REACH) * step
                    && desk.ahead(price) > COVER * desk.profile().usualShares();
            if (desk.shown(desk.ownSide(), price) > 0) {
                if (!safe || desk.random().chance(WITHDRAW)) {
                    desk.cancel(desk.ownSide(), price);
                }
            } else if (safe && desk.random().chance(SHOW)) {
                desk.post(desk.ownSide(), price, layer, 0);
            }
        }
        desk.wakeAfter(desk.random().between(30.0, 120.0));
    }
}
