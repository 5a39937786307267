package io.undercurrent.score.card;

import io.undercurrent.score.metric.Resamples;
import java.util.Arrays;

/** Collects a count and its units day by day, so that the rate has an interval. One thread. */
final class Ratio {
    private final long[] counts;
    private final long[] units;

    Ratio(final int days) {
        counts = new long[days];
        units = new long[days];
    }

    void add(final int day, final long count, final long unit) {
        counts[day] += count;
        units[day] += unit;
    }

    private double of(final int[] times) {
        double count = 0;
        double unit = 0;
        for (int day = 0; day < counts.length; day++) {
            count += (double) times[day] * counts[day];
            unit += (double) times[day] * units[day];
        }
        return unit == 0 ? Double.NaN : count / unit;
    }

    /** Over planted days. */
    Rate planted(final Population population) {
        return rate(population, (planted, clean) -> of(planted));
    }

    /** Over clean days. */
    Rate clean(final Population population) {
        return rate(population, (planted, clean) -> of(clean));
    }

    private Rate rate(final Population population, final Resamples.Figure figure) {
        return new Rate(Arrays.stream(counts).sum(), Arrays.stream(units).sum(),
                population.resamples().estimate(population.plantedDays(), population.cleanDays(), figure));
    }
}
