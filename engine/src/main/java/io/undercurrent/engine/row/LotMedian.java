package io.undercurrent.engine.row;

/** The exact median of the sizes of the last 255 lit trades: element ⌊(n−1)/2⌋ in order. */
final class LotMedian {
    static final int SIZE = 255;

    private final long[] latest = new long[SIZE];
    private final long[] sorted = new long[SIZE];
    private int count;
    private int next;

    /** 0 before the first trade. */
    long median() {
        return count == 0 ? 0 : sorted[(count - 1) / 2];
    }

    void add(final long units) {
        if (count == SIZE) {
            removeSorted(latest[next]);
        }
        latest[next] = units;
        next = next + 1 == SIZE ? 0 : next + 1;
        final int at = rank(units);
        System.arraycopy(sorted, at, sorted, at + 1, count - at);
        sorted[at] = units;
        count++;
    }

    void clear() {
        count = 0;
        next = 0;
    }

    private void removeSorted(final long units) {
        final int at = rank(units);
        System.arraycopy(sorted, at + 1, sorted, at, count - at - 1);
        count--;
    }

    /** How many are below. */
    private int rank(final long units) {
        int low = 0;
        int high = count;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (sorted[middle] < units) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
