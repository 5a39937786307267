package io.undercurrent.feeds.sim;

/**
 * Stands with bids on many levels. The price falls for a minute first; then sweeping sells go into the layers, which are executed
 * and filled up again, while the price stays near its low.
 */
final class SinkholeAgent implements Agent {
    private static final int LAYERS = 8;
    /** Of the visible depth at the start. */
    private static final double LAYER = 0.25;
    private static final double SHOWN_AGAIN = 0.7;
    private static final double SELLING = 0.5;
    private static final double SWEEPS = 0.35;
    private static final double FALL_BP = -0.25;
    private static final long FALL_NS = 60_000_000_000L;
    private static final double PATIENCE_NS = 20e9;

    private int layer;
    private int top;
    private int step;
    private long awaySinceNs;

    @Override
    public void begin(final Desk desk) {
        step = (int) Math.max(1, desk.profile().spreadTicks() / 2);
        top = desk.best();
        layer = AbsorptionAgent.lots((int) (desk.depth10() * LAYER * (0.15 + 0.85 * desk.strength())));
        awaySinceNs = desk.nowNs();
        wake(desk);
    }

    @Override
    public void hit(final Desk desk, final int price, final int shares) {
        if (isLayer(desk, price) && desk.behindOrders() > -2 && desk.random().chance(SHOWN_AGAIN)) {
            desk.postAfter(desk.random().between(20, 119), price, shares);
        }
    }

    @Override
    public void wake(final Desk desk) {
        if (desk.sinceStartNs() < FALL_NS) {
            desk.drift(FALL_BP);
            top = desk.best();
        } else {
            desk.drift(0);
            stand(desk);
        }
        desk.wakeAfter(desk.random().between(200.0, 400.0));
    }

    private void stand(final Desk desk) {
        follow(desk);
        desk.hold(top);
        final double behind = desk.behindOrders();
        desk.press(SELLING * desk.profile().ordersPerSecond() * desk.strength() * Math.clamp(1 + behind / 10, 0, 2.5), SWEEPS);
        if (behind < -2 && desk.ownSize(desk.best()) > 0) {
            desk.cancel(desk.best());
        }
        for (int i = 0; i < LAYERS; i++) {
            final int price = desk.behind(top, i * step);
            // ahead of the target the best price is left to others, the depth stays
            final boolean allowed = behind > 0 || desk.distance(price) > 0;
            if (allowed && desk.ownSize(price) < 0.7 * layer && desk.random().chance(0.5)) {
                desk.postAfter(desk.random().between(10, 200), price, AbsorptionAgent.lots((int) (layer * desk.random().between(0.2, 0.5))));
            }
        }
    }

    private boolean isLayer(final Desk desk, final int price) {
        final int behindTop = desk.distance(price) - desk.distance(top);
        return behindTop >= 0 && behindTop < LAYERS * step && behindTop % step == 0;
    }

    /** The layers follow the price up only after a while. */
    private void follow(final Desk desk) {
        if (desk.distance(top) <= 2 * step) {
            awaySinceNs = desk.nowNs();
        } else if (desk.nowNs() - awaySinceNs > PATIENCE_NS) {
            top = desk.behind(top, -step);
            awaySinceNs = desk.nowNs();
        }
    }
}
