package io.undercurrent.feeds.itch;

import io.undercurrent.codec.sbe.Side;
import org.agrona.collections.Long2LongHashMap;

/**
 * Side, price and what is left of each order that stands: later messages name only its number. One long an order; grows to the most orders
 * that stand at once. One thread.
 */
final class ItchOrders {
    /** No order: what is left of one is above 0. */
    static final long UNKNOWN = 0;
    /** Exclusive: beyond it the parts do not fit. */
    static final long MAX_SHARES = 1L << 31;

    private static final int INITIAL = 1 << 12;
    private static final float LOAD_FACTOR = 0.6f;
    private static final long ASK = 1L << 63;
    private static final int SHARES_SHIFT = 32;
    private static final long PRICE_MASK = 0xFFFF_FFFFL;

    private final Long2LongHashMap orders = new Long2LongHashMap(INITIAL, LOAD_FACTOR, UNKNOWN);

    /**
     * @param price as the message has it
     * @param shares above 0, below {@link #MAX_SHARES}
     */
    void add(final long orderId, final Side side, final long price, final long shares) {
        orders.put(orderId, (side == Side.ASK ? ASK : 0) | shares << SHARES_SHIFT | price);
    }

    /** The order packed, for the calls below; {@link #UNKNOWN}: never shown, or gone. */
    long find(final long orderId) {
        return orders.get(orderId);
    }

    static Side side(final long order) {
        return order < 0 ? Side.ASK : Side.BID;
    }

    /** As the message had it. */
    static long price(final long order) {
        return order & PRICE_MASK;
    }

    void reduce(final long orderId, final long order, final long shares) {
        final long left = ((order & ~ASK) >>> SHARES_SHIFT) - shares;
        if (left > 0) {
            orders.put(orderId, (order & (ASK | PRICE_MASK)) | left << SHARES_SHIFT);
        } else {
            orders.remove(orderId);
        }
    }

    void remove(final long orderId) {
        orders.remove(orderId);
    }

    void clear() {
        orders.clear();
    }
}
