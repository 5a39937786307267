package io.undercurrent.feeds.sim;

/**
 * Buys what is sold at the best price, under selling that is its reason to be there. It shows as much of the queue as its share of the sales
 * asks for, steps aside when it is ahead, and follows the price up only after a while.
 */
final class AbsorptionAgent implements Agent {
    private static final double LEAST_SUPPLY = 0.6;
    private static final double MOST_SUPPLY = 1.3;
    /** Share of the volume that ordinary traders sell. */
    private static final double ORDINARY_SALES = 0.3;
    private static final double SWEEPS = 0.05;
    /** Lag at which it steps aside, and at which it hurries. */
    private static final double AHEAD = -0.8;
    private static final double BEHIND = 1;
    /** Behind what a native iceberg shows, in parts of that. */
    private static final int LEAST_RESERVE = 4;
    private static final int MOST_RESERVE = 15;

    private final EpisodeStyle style;
    private double supply;
    private int anchor;
    private long followAtNs;

    AbsorptionAgent(final EpisodeStyle style) {
        this.style = style;
    }

    @Override
    public void begin(final Desk desk) {
        supply = desk.target() * desk.random().between(LEAST_SUPPLY, MOST_SUPPLY);
        anchor = desk.best();
        wake(desk);
    }

    @Override
    public void wake(final Desk desk) {
        desk.press(supply, SWEEPS);
        follow(desk);
        final double lag = desk.lag();
        if (lag < AHEAD) {
            desk.cancelAll();
            desk.hide(anchor, 0);
        } else if (style == EpisodeStyle.NON_DISPLAYED) {
            // one step in front of the others, or nobody would ever reach it
            final int front = desk.spread() > 2 && lag > 0 ? 1 : 0;
            desk.hide(desk.behind(desk.best(), -front), (int) (desk.profile().usualShares() * Math.clamp(2 + 3 * lag, 1, 6)));
        } else {
            show(desk, lag);
        }
        desk.wakeAfter(desk.random().between(150.0, 400.0));
    }

    private void show(final Desk desk, final double lag) {
        final double share = Math.min(0.8, desk.target() / (ORDINARY_SALES + supply) * (lag > BEHIND ? 1.6 : 1));
        final double wanted = Math.max(desk.profile().orderShares(), desk.others(anchor) * share / (1 - share));
        final int shown = desk.shown(desk.ownSide(), anchor);
        if (shown < 0.8 * wanted) {
            final int shares = Sizes.lots(Math.max(desk.profile().orderShares(), 0.5 * wanted) * desk.random().between(0.6, 1.4));
            final boolean iceberg = style == EpisodeStyle.NATIVE_ICEBERG;
            desk.post(desk.ownSide(), anchor, shares, iceberg ? shares * desk.random().between(LEAST_RESERVE, MOST_RESERVE) : 0);
        }
    }

    /** The price it stands at is that of the market; upwards it takes its time unless it is behind. */
    private void follow(final Desk desk) {
        final int distance = desk.distance(anchor);
        if (distance == 0) {
            followAtNs = 0;
        } else if (distance < 0) {
            // all that stood at its price is gone
            move(desk);
        } else if (followAtNs == 0) {
            followAtNs = desk.nowNs() + (long) (1e9 * (2 + 20 * desk.random().exponential()));
        } else if (desk.nowNs() > followAtNs || desk.lag() > BEHIND) {
            move(desk);
        }
    }

    private void move(final Desk desk) {
        desk.cancelAll();
        anchor = desk.best();
        followAtNs = 0;
    }

    @Override
    public void hit(final Desk desk, final int side, final int price) {
        if (side == desk.ownSide() && style == EpisodeStyle.SYNTHETIC_REFILL && price == anchor && desk.executed() > 0 && desk.lag() > AHEAD) {
            desk.postAfter(desk.random().between(20, 119), price, desk.executed());
        }
    }
}
