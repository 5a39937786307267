package io.undercurrent.feeds.sim;

import java.util.Arrays;

/**
 * Things that will happen to one instrument, earliest first; those of one time in the order in which they were put. A binary heap over
 * arrays: allocates only to grow. One thread.
 */
final class TimerQueue {
    /** {@link #nextTimeNs} of an empty queue. */
    static final long NEVER = Long.MAX_VALUE;

    /** What a timer means; {@code a}, {@code b}, {@code c} are its arguments. */
    enum Kind { SEED, EPISODE_START, EPISODE_END, WAKE, POST, PRINT, FOLLOW, CROSS, SETTLE, PRUNE }

    private static final int FIELDS = 6;
    private static final Kind[] KINDS = Kind.values();

    /** Time, order of arrival, kind, a, b, c of each entry. */
    private long[] heap = new long[FIELDS * 4096];
    private int count;
    private long arrivals;
    private final long[] taken = new long[FIELDS];

    void put(final long timeNs, final Kind kind, final long a, final long b, final long c) {
        if ((count + 1) * FIELDS > heap.length) {
            heap = Arrays.copyOf(heap, heap.length * 2);
        }
        int hole = count++;
        final long arrival = arrivals++;
        while (hole > 0) {
            final int parent = (hole - 1) / 2;
            if (timeNs >= heap[parent * FIELDS]) {
                break;
            }
            System.arraycopy(heap, parent * FIELDS, heap, hole * FIELDS, FIELDS);
            hole = parent;
        }
        final int at = hole * FIELDS;
        heap[at] = timeNs;
        heap[at + 1] = arrival;
        heap[at + 2] = kind.ordinal();
        heap[at + 3] = a;
        heap[at + 4] = b;
        heap[at + 5] = c;
    }

    long nextTimeNs() {
        return count == 0 ? NEVER : heap[0];
    }

    /** Removes the first; {@link #a}, {@link #b}, {@link #c} are its arguments until the next call. */
    Kind take() {
        System.arraycopy(heap, 0, taken, 0, FIELDS);
        count--;
        int hole = 0;
        while (true) {
            int child = 2 * hole + 1;
            if (child >= count) {
                break;
            }
            if (child + 1 < count && before(child + 1, child)) {
                child++;
            }
            if (!before(child, count)) {
                break;
            }
            System.arraycopy(heap, child * FIELDS, heap, hole * FIELDS, FIELDS);
            hole = child;
        }
        System.arraycopy(heap, count * FIELDS, heap, hole * FIELDS, FIELDS);
        return KINDS[(int) taken[2]];
    }

    private boolean before(final int x, final int y) {
        final int left = x * FIELDS;
        final int right = y * FIELDS;
        return heap[left] < heap[right] || (heap[left] == heap[right] && heap[left + 1] < heap[right + 1]);
    }

    long a() {
        return taken[3];
    }

    long b() {
        return taken[4];
    }

    long c() {
        return taken[5];
    }
}
