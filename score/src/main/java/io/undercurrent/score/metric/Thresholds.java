package io.undercurrent.score.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What lies at and above each value that a positive has, in descending order: precision changes for the better at no other threshold.
 * Counts are kept as increments by day, sparse. One thread.
 */
final class Thresholds {
    private static final int FIRST_ROOM = 256;

    private final Increments positives = new Increments();
    private final Increments negatives = new Increments();
    private int count;

    Thresholds(final DayValues positive, final DayValues negative, final int plantedDays, final int cleanDays) {
        final int[] ofPlanted = new int[plantedDays];
        final int[] ofClean = new int[cleanDays];
        int p = positive.size() - 1;
        int n = negative.size() - 1;
        while (p >= 0) {
            final float value = positive.value(p);
            for (; p >= 0 && positive.value(p) == value; p--) {
                ofPlanted[positive.day(p)]++;
            }
            for (; n >= 0 && negative.value(n) >= value; n--) {
                ofClean[negative.day(n)]++;
            }
            positives.end(ofPlanted);
            negatives.end(ofClean);
            count++;
        }
    }

    double averagePrecision(final int[] planted, final int[] clean) {
        double truePositives = 0;
        double falsePositives = 0;
        double area = 0;
        for (int t = 0; t < count; t++) {
            final double gained = positives.weighted(t, planted);
            truePositives += gained;
            falsePositives += negatives.weighted(t, clean);
            if (gained > 0) {
                area += gained * truePositives / (truePositives + falsePositives);
            }
        }
        return truePositives == 0 ? Double.NaN : area / truePositives;
    }

    /** At most {@code points} of the thresholds, evenly spread over them. */
    Curve curve(final int points, final long allNegatives, final boolean roc) {
        final double[] hits = positives.cumulative(count);
        final double[] alarms = negatives.cumulative(count);
        final int step = Math.max(1, (count + points - 1) / points);
        final List<Curve.Point> curve = new ArrayList<>();
        if (roc) {
            curve.add(new Curve.Point(0, 0));
        }
        for (int t = Math.min(step, count) - 1; t >= 0 && t < count; t += t == count - 1 ? 1 : Math.min(step, count - 1 - t)) {
            final double recall = hits[t] / hits[count - 1];
            curve.add(roc ? new Curve.Point((float) (alarms[t] / allNegatives), (float) recall)
                    : new Curve.Point((float) recall, (float) (hits[t] / (hits[t] + alarms[t]))));
        }
        if (roc) {
            curve.add(new Curve.Point(1, 1));
        }
        return new Curve(curve);
    }

    /** Counts by day, threshold by threshold. */
    private static final class Increments {
        private int[] days = new int[FIRST_ROOM];
        private int[] counts = new int[FIRST_ROOM];
        private int[] ends = new int[FIRST_ROOM];
        private int size;
        private int thresholds;

        /** Takes the counts of the next threshold and sets them to 0. */
        void end(final int[] byDay) {
            for (int day = 0; day < byDay.length; day++) {
                if (byDay[day] > 0) {
                    if (size == days.length) {
                        days = Arrays.copyOf(days, 2 * size);
                        counts = Arrays.copyOf(counts, 2 * size);
                    }
                    days[size] = day;
                    counts[size++] = byDay[day];
                    byDay[day] = 0;
                }
            }
            if (thresholds == ends.length) {
                ends = Arrays.copyOf(ends, 2 * thresholds);
            }
            ends[thresholds++] = size;
        }

        double weighted(final int threshold, final int[] times) {
            double sum = 0;
            for (int i = threshold == 0 ? 0 : ends[threshold - 1]; i < ends[threshold]; i++) {
                sum += (double) times[days[i]] * counts[i];
            }
            return sum;
        }

        double[] cumulative(final int upTo) {
            final double[] sums = new double[upTo];
            double sum = 0;
            int i = 0;
            for (int t = 0; t < upTo; t++) {
                for (; i < ends[t]; i++) {
                    sum += counts[i];
                }
                sums[t] = sum;
            }
            return sums;
        }
    }
}
