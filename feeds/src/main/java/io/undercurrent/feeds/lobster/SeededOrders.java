package io.undercurrent.feeds.lobster;

import io.undercurrent.engine.feed.EventPublisher;
import org.agrona.collections.Long2LongHashMap;

/**
 * Knows which orders a seeded file has shown, so that a message about one it never showed takes from the {@link LobsterSeed} at its
 * price. Grows to the most orders that stand at once. One thread.
 */
final class SeededOrders {
    private static final long MISSING = 0;
    private static final int INITIAL_ORDERS = 1 << 15;
    private static final float LOAD_FACTOR = 0.6f;

    private final LobsterSeed seed;
    /** What is left of each order. */
    private final Long2LongHashMap sizes = new Long2LongHashMap(INITIAL_ORDERS, LOAD_FACTOR, MISSING);

    SeededOrders(final LobsterSeed seed) {
        this.seed = seed;
    }

    LobsterSeed seed() {
        return seed;
    }

    void added(final LobsterMessage message) {
        sizes.put(message.orderId, message.size);
    }

    /** Publishes a change that concerns the seed; {@code false}: the message concerns an order of its own, nothing is published. */
    boolean publish(final EventPublisher out, final int instrumentId, final LobsterMessage message) {
        if (message.type == LobsterMessage.ADD) {
            added(message);
            return false;
        }
        final long left = sizes.get(message.orderId);
        if (left != MISSING) {
            if (message.type == LobsterMessage.DELETE || message.size >= left) {
                sizes.remove(message.orderId);
            } else {
                sizes.put(message.orderId, left - message.size);
            }
            return false;
        }
        final int entry = seed.entryAt(message.side, message.price);
        if (entry < 0) {
            return false;
        }
        final long taken = seed.take(entry, message.size);
        if (message.type == LobsterMessage.EXECUTE) {
            out.orderExecute(instrumentId, LobsterSeed.orderId(entry), message.side, message.price, taken);
        } else {
            // a deletion too: the unknown order is only a part of what stands here
            out.orderReduce(instrumentId, LobsterSeed.orderId(entry), message.side, taken);
        }
        return true;
    }
}
