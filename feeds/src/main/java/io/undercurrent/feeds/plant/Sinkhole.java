package io.undercurrent.feeds.plant;

import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.BookView;
import java.util.Comparator;
import java.util.List;

/**
 * Stands with bids in many layers that sweeping sells go into and that are filled up again. A sweep goes through its layers only and leaves
 * recorded orders between them where they are.
 */
final class Sinkhole implements Programme {
    private static final int LAYERS = 8;
    /** Of the recorded depth: of a programme of next to nothing, and what is added up to one of 20 %. */
    private static final double LAYER = 0.04;
    private static final double MORE_LAYER = 0.2;
    private static final double FULL_TARGET = 0.2;
    private static final double MOST_FULL = 1.5;
    private static final double WORN = 0.7;
    private static final double FILLED_UP = 0.6;
    private static final double LEAST_SOLD = 0.3;
    private static final double MOST_SOLD = 1.5;
    private static final double SWEEPS = 0.35;
    private static final int SWEPT = 3;
    private static final double LEAST_PATIENCE_NS = 2e9;
    private static final double MORE_PATIENCE_NS = 15e9;
    private static final double IMPATIENT = 3;

    private long top = BookView.NO_PRICE;
    private long step;
    private long layer;
    private long followAtNs;

    @Override
    public double act(final Desk desk) {
        if (top == BookView.NO_PRICE) {
            step = Math.max(1, Math.round(desk.recorded().meanSpread() / 2));
            final double full = Math.min(MOST_FULL, desk.target() / FULL_TARGET);
            layer = desk.lots((LAYER + MORE_LAYER * full) * desk.recorded().book().visibleSize(desk.side()) / desk.recorded().sizeIncrement());
            top = desk.best();
        }
        follow(desk);
        stand(desk);
        final long units = desk.lots(desk.usual() * desk.between(LEAST_SOLD, MOST_SOLD));
        if (desk.wants(units)) {
            sell(desk, units);
        }
        return desk.pause(120, 350);
    }

    private void stand(final Desk desk) {
        for (int i = 0; i < LAYERS; i++) {
            final long price = desk.behind(top, i * step);
            final List<OwnOrder> there = desk.orders(desk.side(), price);
            if (i == 0 && desk.behind() < -desk.usual()) {
                // ahead of the target the best price is left to others, the depth stays
                there.forEach(desk::cancel);
            } else if (there.stream().mapToLong(OwnOrder::units).sum() < WORN * layer && desk.random().nextDouble() < FILLED_UP) {
                desk.after(desk.between(10, 100), () -> desk.post(desk.side(), price, desk.lots(layer * desk.between(0.3, 0.7))));
            }
        }
    }

    /** From the best price on, as far as a sweep goes. */
    private void sell(final Desk desk, final long units) {
        final Comparator<OwnOrder> byDistance = Comparator.comparingLong(order -> desk.distance(order.price()));
        final List<OwnOrder> layers = desk.orders().stream().filter(order -> order.side() == desk.side()).sorted(byDistance).toList();
        if (layers.isEmpty() || desk.distance(layers.getFirst().price()) > 0) {
            return;
        }
        final int most = desk.random().nextDouble() < SWEEPS ? SWEPT : 1;
        long left = units;
        for (int i = 0; i < Math.min(most, layers.size()) && left > 0; i++) {
            final long sold = Math.min(layers.get(i).units(), i == most - 1 ? left : desk.lots(left * 0.5));
            desk.fill(layers.get(i), Math.min(sold, left));
            left -= Math.min(sold, left);
        }
    }

    /** The layers go down with the price, and up only after a while. */
    private void follow(final Desk desk) {
        final long distance = desk.distance(top);
        if (distance < 0) {
            move(desk);
        } else if (distance <= step / 2) {
            followAtNs = 0;
        } else if (followAtNs == 0) {
            followAtNs = desk.nowNs() + (long) (LEAST_PATIENCE_NS + MORE_PATIENCE_NS * desk.exponential());
        } else if (desk.nowNs() >= followAtNs || desk.behind() > IMPATIENT * desk.usual()) {
            move(desk);
        }
    }

    /** Layers that no longer belong to the grid are withdrawn. */
    private void move(final Desk desk) {
        final long best = desk.best();
        final long steps = desk.distance(top) / step;
        top = steps == 0 ? best : desk.behind(top, -steps * step);
        followAtNs = 0;
        for (final OwnOrder order : desk.orders()) {
            final long behindTop = desk.side() == Side.BID ? top - order.price() : order.price() - top;
            final long ticks = behindTop / desk.recorded().priceIncrement();
            if (ticks < 0 || ticks >= LAYERS * step || ticks % step != 0) {
                desk.cancel(order);
            }
        }
    }
}
