package io.undercurrent.feeds.mbo;

import java.util.Arrays;

/**
 * The fills whose effect on the book is still to come: a cancellation of the same order in the same source message takes the filled size
 * away. A fill that nothing follows is forgotten with the next message's first fill. One thread.
 */
final class PendingFills {
    private static final int CAPACITY = 256;

    private final int[] instruments = new int[CAPACITY];
    private final long[] orders = new long[CAPACITY];
    private final long[] prices = new long[CAPACITY];
    private final long[] sizes = new long[CAPACITY];
    private int next;
    private long timeNs = Long.MIN_VALUE;
    private long sequence;

    void add(final int instrumentId, final MboRow fill) {
        if (!isSameMessage(fill)) {
            Arrays.fill(sizes, 0);
            next = 0;
            timeNs = fill.exchangeTimeNs;
            sequence = fill.sequence;
        }
        instruments[next] = instrumentId;
        orders[next] = fill.orderId;
        prices[next] = fill.price;
        sizes[next] = fill.size;
        next = (next + 1) % CAPACITY;
    }

    /** The fill that a cancellation belongs to; -1: it is a cancellation indeed. */
    int find(final int instrumentId, final MboRow cancel) {
        if (isSameMessage(cancel)) {
            for (int i = 0; i < CAPACITY; i++) {
                if (sizes[i] > 0 && orders[i] == cancel.orderId && instruments[i] == instrumentId) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Rows of one source message share their time and, where the source numbers its messages, the number. */
    private boolean isSameMessage(final MboRow row) {
        return row.exchangeTimeNs == timeNs && row.sequence == sequence;
    }

    long price(final int fill) {
        return prices[fill];
    }

    /** Takes at most {@code size} from a fill and returns what was taken. */
    long take(final int fill, final long size) {
        final long taken = Math.min(size, sizes[fill]);
        sizes[fill] -= taken;
        return taken;
    }
}
