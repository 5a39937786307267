package io.undercurrent.feeds.profile;

/** The mid of one session on a grid of 0.1 s, in ticks. One thread. */
final class MidPath {
    static final long GRID_NS = 100_000_000;
    static final int PER_SECOND = 10;

    private final Series mids = new Series();
    private final long startNs;
    private double last = Double.NaN;

    MidPath(final long startNs) {
        this.startNs = startNs;
    }

    /** Time goes on to here with the mid as it was. */
    void advance(final long timeNs) {
        while (startNs + mids.count() * GRID_NS < timeNs) {
            mids.add(last);
        }
    }

    /** @param mid in ticks; NaN: the book has none */
    void set(final double mid) {
        if (!Double.isNaN(mid)) {
            last = mid;
        }
    }

    int length() {
        return mids.count();
    }

    double mid(final int index) {
        return mids.get(index);
    }

    /** Adds the sum of squares of the changes over so many steps, each start of the grid, to [0], and their number to [1]. */
    void addSquares(final int steps, final double[] sums) {
        for (int i = steps; i < mids.count(); i++) {
            final double change = mids.get(i) - mids.get(i - steps);
            if (!Double.isNaN(change)) {
                sums[0] += change * change;
                sums[1]++;
            }
        }
    }

    /** Adds the changes over so many steps, one after the other. */
    void addChanges(final int steps, final Series changes) {
        for (int i = steps; i < mids.count(); i += steps) {
            final double change = mids.get(i) - mids.get(i - steps);
            if (!Double.isNaN(change)) {
                changes.add(change);
            }
        }
    }
}
