package io.undercurrent.feeds.profile;

import java.util.Arrays;

/** Values in their order, and what they say of each other. One thread. */
final class Series {
    private double[] values = new double[1024];
    private int count;

    void add(final double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value;
    }

    int count() {
        return count;
    }

    double get(final int index) {
        return values[index];
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    double variance() {
        final double mean = mean();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return sum / count;
    }

    /** Correlation with itself so many values later; NaN where there are too few. */
    double autocorrelation(final int lag) {
        if (count < 4 * lag + 16) {
            return Double.NaN;
        }
        final double mean = mean();
        double sum = 0;
        for (int i = lag; i < count; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / (count - lag) / variance();
    }

    /** Fourth moment against that of a normal distribution: 1 if it is one. */
    double kurtosis() {
        final double mean = mean();
        double square = 0;
        double fourth = 0;
        for (int i = 0; i < count; i++) {
            final double x = (values[i] - mean) * (values[i] - mean);
            square += x;
            fourth += x * x;
        }
        return fourth * count / (3 * square * square);
    }
}
