package io.undercurrent.bench;

import java.util.Arrays;

/** What several measurements of one thing say. */
public record Spread(double median, double least, double most, int count) {
    public static Spread of(final double... values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        final int n = sorted.length;
        final double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new Spread(median, sorted[0], sorted[n - 1], n);
    }
}
