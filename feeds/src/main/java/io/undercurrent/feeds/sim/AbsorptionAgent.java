package io.undercurrent.feeds.sim;

/** Buys what is sold at one price, in one of three styles; follows the price up slowly. */
final class AbsorptionAgent implements Agent {
    private static final double PATIENCE_NS = 60e9;
    private static final double SELLING = 0.9;
    /** Shown size of a native iceberg against what stands behind it. */
    private static final int RESERVE = 12;

    private final EpisodeStyle style;
    private int anchor;
    private long awaySinceNs;

    AbsorptionAgent(final EpisodeStyle style) {
        this.style = style;
    }

    @Override
    public void begin(final Desk desk) {
        anchor = desk.best();
        awaySinceNs = desk.nowNs();
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        follow(desk);
        final double behind = desk.behindOrders();
        desk.hold(anchor);
        desk.press(SELLING * desk.profile().ordersPerSecond() * desk.strength() * Math.clamp(1 + behind / 8, 0, 2.5), 0.05);
        final int usual = lots((int) desk.profile().usualShares());
        final int wanted = behind > 3 ? 3 * usual : usual;
        if (style == EpisodeStyle.NON_DISPLAYED) {
            desk.hide(anchor, behind > -2 ? 2 * wanted : 0);
        }
        // who is not seen stands last in the queue: behind his target he must show something too
        final double showFrom = style == EpisodeStyle.NON_DISPLAYED ? 2 : -2;
        if (behind > showFrom && desk.ownSize(anchor) < usual) {
            desk.post(anchor, wanted, style == EpisodeStyle.NATIVE_ICEBERG ? RESERVE * usual : 0);
        }
        desk.wakeAfter(desk.random().between(150.0, 350.0));
    }

    private void follow(final Desk desk) {
        final int distance = desk.distance(anchor);
        if (distance == 0) {
            awaySinceNs = desk.nowNs();
        } else if (distance < 0 && desk.crosses(anchor)) {
            // the market went through: stand where it is now
            anchor = desk.best();
        } else if (distance > 0 && desk.nowNs() - awaySinceNs > PATIENCE_NS) {
            anchor = desk.best();
            awaySinceNs = desk.nowNs();
        }
    }

    @Override
    public void hit(final Desk desk, final int price, final int shares) {
        if (style == EpisodeStyle.SYNTHETIC_REFILL && price == anchor && desk.behindOrders() > -3) {
            desk.postAfter(desk.random().between(20, 119), price, shares);
        }
    }

    static int lots(final int shares) {
        return Math.max(1, shares / 100) * 100;
    }
}
