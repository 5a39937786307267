package io.undercurrent.feeds.plant;

import java.util.Arrays;

/** The median of the last sizes. One thread. */
final class RecentSizes {
    private static final int ROOM = 63;

    private final long[] sizes = new long[ROOM];
    private long added;
    private long median;

    void add(final long size) {
        sizes[(int) (added++ % ROOM)] = size;
        median = 0;
    }

    /** 0 of nothing. */
    long median() {
        if (median == 0 && added > 0) {
            final long[] sorted = Arrays.copyOf(sizes, (int) Math.min(added, ROOM));
            Arrays.sort(sorted);
            median = sorted[(sorted.length - 1) / 2];
        }
        return median;
    }
}
