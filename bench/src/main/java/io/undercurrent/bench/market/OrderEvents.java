package io.undercurrent.bench.market;

import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;

/** Publishes what happens to orders as events, with or without the prints. */
final class OrderEvents implements OrderActions {
    private static final long CENT = 10_000_000;
    private static final long SHARE = 1_000_000_000;

    private final EventPublisher out;
    private final int instrumentId;
    private final boolean prints;

    OrderEvents(final EventPublisher out, final int instrumentId, final boolean prints) {
        this.out = out;
        this.instrumentId = instrumentId;
        this.prints = prints;
    }

    @Override
    public void add(final long orderId, final Side side, final long price, final long size) {
        out.orderAdd(instrumentId, orderId, side, price * CENT, size * SHARE);
    }

    @Override
    public void reduce(final long orderId, final Side side, final long price, final long size) {
        out.orderReduce(instrumentId, orderId, side, size * SHARE);
    }

    @Override
    public void delete(final long orderId, final Side side, final long price, final long size) {
        out.orderDelete(instrumentId, orderId, side);
    }

    @Override
    public void execute(final long orderId, final Side side, final long price, final long size) {
        print(side, price, size, 0, orderId);
        out.orderExecute(instrumentId, orderId, side, price * CENT, size * SHARE);
    }

    @Override
    public void hidden(final Side side, final long price, final long size) {
        print(side, price, size, TradeFlag.HIDDEN, 0);
    }

    private void print(final Side side, final long price, final long size, final int flags, final long orderId) {
        if (prints) {
            out.trade(instrumentId, price * CENT, size * SHARE, side == Side.BID ? Aggressor.SELL : Aggressor.BUY, 0, 0, flags, 0, orderId);
        }
    }
}
