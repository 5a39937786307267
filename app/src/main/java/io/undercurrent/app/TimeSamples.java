package io.undercurrent.app;

import java.util.Arrays;

/** Durations measured again and again. One thread. */
final class TimeSamples {
    private static final double US_NS = 1e3;

    private long[] nanos = new long[1024];
    private int count;

    void add(final long ns) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = ns;
    }

    int count() {
        return count;
    }

    /** The duration in microseconds that the share {@code part} of all is no longer than; NaN if there are none. */
    double us(final double part) {
        if (count == 0) {
            return Double.NaN;
        }
        final long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, (long) (part * count))] / US_NS;
    }

    double p50Us() {
        return us(0.5);
    }

    double p99Us() {
        return us(0.99);
    }

    double maxUs() {
        return us(1);
    }
}
