package io.undercurrent.feeds.plant;

import io.undercurrent.engine.book.BookView;
import io.undercurrent.feeds.sim.EpisodeStyle;
import java.util.List;

/**
 * Stands at the best bid with an order that others sell to, and that is shown again at the same price. When the market leaves its price upwards
 * it follows after some seconds; downwards at once, when what it shows is gone. Not displayed, it is sold to at whatever the best bid is.
 */
final class Absorption implements Programme {
    private static final double LEAST_SOLD = 0.3;
    private static final double MOST_SOLD = 1.5;
    private static final double LEAST_SHOWN = 1;
    private static final double MOST_SHOWN = 2.5;
    private static final double LEAST_REFILL_MS = 20;
    private static final double MOST_REFILL_MS = 120;
    private static final double LEAST_PATIENCE_NS = 2e9;
    private static final double MORE_PATIENCE_NS = 8e9;
    /** So many usual orders behind its target it follows the price up at once. */
    private static final double IMPATIENT = 3;

    private final EpisodeStyle style;
    private long anchor = BookView.NO_PRICE;
    private long followAtNs;
    private long shownUnits;
    private boolean refilling;

    Absorption(final EpisodeStyle style) {
        this.style = style;
    }

    @Override
    public double act(final Desk desk) {
        final long units = desk.lots(desk.usual() * desk.between(LEAST_SOLD, MOST_SOLD));
        if (style == EpisodeStyle.NON_DISPLAYED) {
            if (desk.wants(units)) {
                desk.fillHidden(units);
            }
        } else {
            follow(desk);
            final List<OwnOrder> shown = desk.orders(desk.side(), anchor);
            if (shown.isEmpty()) {
                show(desk);
            } else if (desk.distance(anchor) == 0 && desk.wants(units)) {
                desk.fill(shown.getFirst(), Math.min(units, shown.getFirst().units()));
            }
        }
        return desk.pause(150, 350);
    }

    private void show(final Desk desk) {
        if (!refilling && desk.behind() > -desk.usual()) {
            shownUnits = desk.lots(desk.usual() * desk.between(LEAST_SHOWN, MOST_SHOWN));
            desk.post(desk.side(), anchor, shownUnits);
        }
    }

    private void follow(final Desk desk) {
        if (anchor == BookView.NO_PRICE || desk.distance(anchor) < 0) {
            move(desk);
        } else if (desk.distance(anchor) == 0) {
            followAtNs = 0;
        } else if (followAtNs == 0) {
            followAtNs = desk.nowNs() + (long) (LEAST_PATIENCE_NS + MORE_PATIENCE_NS * desk.exponential());
        } else if (desk.nowNs() >= followAtNs || desk.behind() > IMPATIENT * desk.usual()) {
            move(desk);
        }
    }

    private void move(final Desk desk) {
        desk.orders().forEach(desk::cancel);
        anchor = desk.best();
        followAtNs = 0;
    }

    @Override
    public void filled(final Desk desk, final OwnOrder order, final long units) {
        final long price = order.price();
        if (style == EpisodeStyle.SYNTHETIC_REFILL) {
            refilling = true;
            desk.after(desk.between(LEAST_REFILL_MS, MOST_REFILL_MS), () -> {
                refilling = false;
                if (price == anchor) {
                    desk.post(desk.side(), price, units);
                }
            });
        } else if (order.units() == 0) {
            desk.post(desk.side(), price, shownUnits);
        }
    }
}
