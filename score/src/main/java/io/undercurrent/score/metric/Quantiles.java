package io.undercurrent.score.metric;

import java.util.Arrays;

/** Quantiles of a sample, linear between its order statistics (Hyndman and Fan's type 7). */
public final class Quantiles {
    private Quantiles() {
    }

    /**
     * @param values in any order; unchanged
     * @param share 0 to 1
     * @return NaN of nothing
     */
    public static double of(final double[] values, final double share) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, share);
    }

    static double ofSorted(final double[] sorted, final double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        final double position = share * (sorted.length - 1);
        final int below = (int) position;
        final int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
