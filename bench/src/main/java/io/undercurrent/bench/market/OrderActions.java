package io.undercurrent.bench.market;

import io.undercurrent.codec.sbe.Side;

/** Hears what happens to the orders of a {@link RandomOrders}. Prices in cents, sizes in shares. */
public interface OrderActions {
    void add(long orderId, Side side, long price, long size);

    /** Part of the order is cancelled; the rest stays. */
    void reduce(long orderId, Side side, long price, long size);

    /** All that is left of the order, {@code size}, is cancelled. */
    void delete(long orderId, Side side, long price, long size);

    /** Part or all of the order is executed. */
    void execute(long orderId, Side side, long price, long size);

    /** A print against an order that was never shown. */
    void hidden(Side side, long price, long size);
}
