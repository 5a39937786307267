package io.undercurrent.feeds.plant;

import io.undercurrent.codec.sbe.Side;
import java.util.List;

/**
 * Quotes both sides inside the recorded spread, so that the spread is narrow and the midpoint calm, and buys on its bid. Its quotes stay where
 * they are until the recorded middle has gone too far from theirs.
 */
final class Contraction implements Programme {
    /** Of the mean recorded spread. */
    private static final double TIGHT = 0.4;
    private static final double FOLLOW = 0.25;
    private static final double STAY = 0.6;
    private static final double LEAST = 0.3;
    private static final double MOST = 1.5;

    private double middle = Double.NaN;
    private long bid;
    private long ask;

    @Override
    public double act(final Desk desk) {
        final double recorded = 0.5 * (desk.recorded().best(Side.BID) + desk.recorded().best(Side.ASK));
        middle = Double.isNaN(middle) ? recorded : middle + FOLLOW * (recorded - middle);
        requoted(desk);
        final long units = desk.lots(desk.usual() * desk.between(LEAST, MOST));
        if (desk.wants(units)) {
            buy(desk, units);
        }
        return desk.pause(60, 200);
    }

    private void buy(final Desk desk, final long units) {
        if (desk.recorded().isTop()) {
            desk.fillHidden(units);
        } else {
            final List<OwnOrder> shown = desk.orders(desk.side(), desk.best());
            if (!shown.isEmpty()) {
                desk.fill(shown.getFirst(), Math.min(units, shown.getFirst().units()));
            }
        }
    }

    @Override
    public void requoted(final Desk desk) {
        final long tick = desk.recorded().priceIncrement();
        final long lowest = desk.recorded().best(Side.BID);
        final long highest = desk.recorded().best(Side.ASK);
        final long width = Math.max(1, Math.round(TIGHT * desk.recorded().meanSpread())) * tick;
        if (Double.isNaN(middle) || highest - lowest <= width) {
            noRoom(desk);
            return;
        }
        if (ask - bid != width || bid < lowest || ask > highest || Math.abs(middle - 0.5 * (bid + ask)) > STAY * width) {
            final long ticks = (long) StrictMath.floor((middle - 0.5 * width) / tick + 0.5);
            bid = Math.clamp(ticks * tick, lowest, highest - width);
            ask = bid + width;
        }
        if (desk.recorded().isTop()) {
            desk.quote(bid, ask, desk.lots((double) desk.usual()));
        } else {
            show(desk, Side.BID, bid);
            show(desk, Side.ASK, ask);
        }
    }

    /** The recorded spread is narrow already: it stands with the others, on its own side. */
    private void noRoom(final Desk desk) {
        if (desk.recorded().isTop()) {
            desk.unquote();
        } else {
            desk.orders().stream().filter(order -> order.side() == desk.otherSide()).forEach(desk::cancel);
            show(desk, desk.side(), desk.recorded().best(desk.side()));
        }
    }

    private static void show(final Desk desk, final Side side, final long price) {
        desk.orders().stream().filter(order -> order.side() == side && order.price() != price).forEach(desk::cancel);
        if (desk.orders(side, price).isEmpty()) {
            desk.post(side, price, desk.lots(desk.usual() * desk.between(0.6, 1.2)));
        }
    }
}
