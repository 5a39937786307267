package io.undercurrent.score.metric;

/**
 * A figure with its 95 % interval.
 *
 * @param value NaN: there was nothing to compute it from
 * @param low NaN: the interval is not known, as with a single day
 * @param high NaN: as {@code low}
 */
public record Estimate(double value, double low, double high) {
    /** Of nothing. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /** Without an interval. */
    public static Estimate of(final double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }

    public boolean known() {
        return !Double.isNaN(value);
    }
}
