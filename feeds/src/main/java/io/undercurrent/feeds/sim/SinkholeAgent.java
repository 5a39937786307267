package io.undercurrent.feeds.sim;

/**
 * Stands with bids on many levels under selling. It waits for the price to fall first; then sweeping sells go into the layers, which are
 * executed and filled up again.
 */
final class SinkholeAgent implements Agent {
    private static final int LAYERS = 8;
    private static final double LEAST_SUPPLY = 0.8;
    private static final double MOST_SUPPLY = 1.5;
    private static final double SWEEPS = 0.35;
    private static final double LEAST_WAIT_S = 20;
    private static final double MOST_WAIT_S = 90;
    private static final double AHEAD = -0.8;
    private static final double BEHIND = 1;
    /** A layer against the usual level: at no participation, and what participation adds. */
    private static final double LAYER = 0.4;
    private static final double LAYER_PER_SHARE = 6;

    private double supply;
    private int layer;
    private int top;
    private int step;
    private long standNs;
    private long followAtNs;

    @Override
    public void begin(final Desk desk) {
        step = (int) Math.max(1, Math.round(desk.usualHalf() / 2));
        layer = Sizes.lots(desk.profile().usualLevelShares() * (LAYER + LAYER_PER_SHARE * desk.target()));
        supply = desk.target() * desk.random().between(LEAST_SUPPLY, MOST_SUPPLY);
        standNs = (long) (1e9 * desk.random().between(LEAST_WAIT_S, MOST_WAIT_S));
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        desk.press(supply, SWEEPS);
        if (desk.sinceStartNs() < standNs) {
            top = desk.best();
        } else {
            stand(desk);
        }
        desk.wakeAfter(desk.random().between(120.0, 350.0));
    }

    private void stand(final Desk desk) {
        follow(desk);
        final double lag = desk.lag();
        // ahead of the target the nearest prices are left to others, the depth stays
        final int first = lag > AHEAD ? 0 : lag > 3 * AHEAD ? 2 : 4;
        for (int i = 0; i < LAYERS; i++) {
            final int price = desk.behind(top, i * step);
            if (i < first) {
                desk.cancel(desk.ownSide(), price);
                continue;
            }
            final double wanted = i == 0 && lag > BEHIND ? 2 * layer : layer;
            if (desk.shown(desk.ownSide(), price) < 0.7 * wanted && desk.random().chance(0.6)) {
                desk.postAfter(desk.random().between(10, 100), price, Sizes.lots(layer * desk.random().between(0.3, 0.7)));
            }
        }
    }

    /** The layers go down with the price, and up only after a while. */
    private void follow(final Desk desk) {
        final int distance = desk.distance(top);
        if (distance < 0) {
            top = desk.best();
            followAtNs = 0;
        } else if (distance <= step / 2) {
            followAtNs = 0;
        } else if (followAtNs == 0) {
            followAtNs = desk.nowNs() + (long) (1e9 * (2 + 15 * desk.random().exponential()));
        } else if (desk.nowNs() > followAtNs || desk.lag() > BEHIND) {
            for (int i = LAYERS / 2; i < LAYERS; i++) {
                desk.cancel(desk.ownSide(), desk.behind(top, i * step));
            }
            top = desk.best();
            followAtNs = 0;
        }
    }
}
