package io.undercurrent.score.metric;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whole days drawn with replacement, the two groups of days each by itself: days are independent of each other, samples within a day are
 * not. A figure computed from every draw gives its 95 % interval (percentiles). Immutable.
 */
public final class Resamples {
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private final int[][] planted;
    private final int[][] clean;

    /** A figure as a function of how often each day was drawn. */
    @FunctionalInterface
    public interface Figure {
        /** @return NaN: these draws have nothing to compute it from */
        double of(int[] planted, int[] clean);
    }

    private Resamples(final int[][] planted, final int[][] clean) {
        this.planted = planted;
        this.clean = clean;
    }

    /** @param count number of draws; 0: no intervals */
    public static Resamples draw(final long seed, final int count, final int plantedDays, final int cleanDays) {
        final SplittableRandom random = new SplittableRandom(seed);
        final int[][] planted = new int[count][];
        final int[][] clean = new int[count][];
        for (int i = 0; i < count; i++) {
            planted[i] = draw(random, plantedDays);
            clean[i] = draw(random, cleanDays);
        }
        return new Resamples(planted, clean);
    }

    private static int[] draw(final SplittableRandom random, final int days) {
        final int[] times = new int[days];
        for (int i = 0; i < days; i++) {
            times[random.nextInt(days)]++;
        }
        return times;
    }

    /** The figure of all days, each once, and its interval over the draws. */
    public Estimate estimate(final int plantedDays, final int cleanDays, final Figure figure) {
        final double value = figure.of(once(plantedDays), once(cleanDays));
        final double[] drawn = new double[planted.length];
        int known = 0;
        for (int i = 0; i < drawn.length; i++) {
            final double of = figure.of(planted[i], clean[i]);
            if (!Double.isNaN(of)) {
                drawn[known++] = of;
            }
        }
        final double[] sorted = Arrays.copyOf(drawn, known);
        Arrays.sort(sorted);
        // one value over and over is no sign of certainty where only one day could be drawn
        if (Math.max(plantedDays, cleanDays) < 2) {
            return Estimate.of(value);
        }
        return new Estimate(value, Quantiles.ofSorted(sorted, LOW), Quantiles.ofSorted(sorted, HIGH));
    }

    /** Every day once. */
    public static int[] once(final int days) {
        final int[] times = new int[days];
        Arrays.fill(times, 1);
        return times;
    }
}
