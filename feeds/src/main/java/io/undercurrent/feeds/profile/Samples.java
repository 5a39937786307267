package io.undercurrent.feeds.profile;

import java.util.Arrays;

/** Values kept for their quantiles. One thread. */
final class Samples {
    private double[] values = new double[256];
    private int count;
    private boolean sorted = true;

    void add(final double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value;
        sorted = false;
    }

    int count() {
        return count;
    }

    /** The smallest value that at least this share of the values does not exceed; NaN of nothing. */
    double quantile(final double share) {
        sort();
        return count == 0 ? Double.NaN : values[Math.clamp((int) Math.ceil(share * count) - 1, 0, count - 1)];
    }

    /** Share of the values that are at most the limit; NaN of nothing. */
    double shareUpTo(final double limit) {
        sort();
        int low = 0;
        int high = count;
        while (low < high) {
            final int middle = (low + high) / 2;
            if (values[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return count == 0 ? Double.NaN : (double) low / count;
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(values, 0, count);
            sorted = true;
        }
    }
}
