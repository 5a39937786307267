package io.undercurrent.feeds.sim;

/** Buys what is sold at one price: shows again what was hit 20 to 120 ms later, or waits there unseen; follows the price up slowly. */
final class AbsorptionAgent implements Agent {
    private static final double PATIENCE_NS = 60e9;
    private static final double SELLING = 0.9;
    private static final double SHOWN_AGAIN = 0.75;

    private int anchor;
    private long awaySinceNs;

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
        final int usual = (int) desk.profile().usualShares();
        if (behind > -2) {
            if (desk.ownSize(anchor) < usual) {
                desk.post(anchor, lots(usual * (behind > 3 ? 3 : 1)));
            }
            desk.hide(anchor, desk.random().chance(1 - SHOWN_AGAIN) || behind > 5 ? 3 * usual : 0);
        } else {
            desk.hide(anchor, 0);
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
        if (price == anchor && desk.behindOrders() > -3 && desk.random().chance(SHOWN_AGAIN)) {
            desk.postAfter(desk.random().between(20, 119), price, shares);
        }
    }

    static int lots(final int shares) {
        return Math.max(1, shares / 100) * 100;
    }
}
