package io.undercurrent.score.card;

import io.undercurrent.score.DayKind;
import io.undercurrent.score.metric.Estimate;
import io.undercurrent.score.metric.Resamples;
import java.util.Arrays;

/** Collects a count and its units day by day, so that the rate has an interval. One thread. */
final class Ratio {
    private final Population population;
    private final DayKind kind;
    private final long[] counts;
    private final long[] units;

    /** @param kind of the days that it is counted on */
    Ratio(final Population population, final DayKind kind) {
        this.population = population;
        this.kind = kind;
        counts = new long[population.days(kind)];
        units = new long[counts.length];
    }

    void add(final AlarmedDay day, final long count, final long unit) {
        counts[day.day().day()] += count;
        units[day.day().day()] += unit;
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

    Rate rate() {
        return new Rate(Arrays.stream(counts).sum(), Arrays.stream(units).sum(), switch (kind) {
            case PLANTED -> population.estimate((planted, clean) -> of(planted));
            case CLEAN -> population.estimate((planted, clean) -> of(clean));
            // few days, and none should be there
            case TROUBLED -> Estimate.of(of(Resamples.once(counts.length)));
        });
    }
}
