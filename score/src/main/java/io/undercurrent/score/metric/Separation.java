package io.undercurrent.score.metric;

import java.util.Arrays;

/**
 * How well a number tells positive samples from negative ones. Counted once, day by day, so that the figures of any draw of days follow
 * without going over the samples again. Exact: equal values count half in the area under the ROC curve, and are one threshold in the
 * precision. One thread.
 */
public final class Separation {
    private final int plantedDays;
    private final int cleanDays;
    private final long[] positives;
    private final long[] negatives;
    /** Pairs of a positive and a negative, by their days: 2 where the positive is larger, 1 where they are equal. */
    private final long[][] twiceWon;
    private final Thresholds thresholds;

    public Separation(final DayValues positive, final DayValues negative, final int plantedDays, final int cleanDays) {
        this.plantedDays = plantedDays;
        this.cleanDays = cleanDays;
        positives = perDay(positive, plantedDays);
        negatives = perDay(negative, cleanDays);
        twiceWon = new long[plantedDays][cleanDays];
        countPairs(positive, negative);
        thresholds = new Thresholds(positive, negative, plantedDays, cleanDays);
    }

    private static long[] perDay(final DayValues values, final int days) {
        final long[] counts = new long[days];
        for (int i = 0; i < values.size(); i++) {
            counts[values.day(i)]++;
        }
        return counts;
    }

    private void countPairs(final DayValues positive, final DayValues negative) {
        final long[] below = new long[cleanDays];
        final long[] equal = new long[cleanDays];
        int next = 0;
        int p = 0;
        while (p < positive.size()) {
            final float value = positive.value(p);
            for (; next < negative.size() && negative.value(next) < value; next++) {
                below[negative.day(next)]++;
            }
            Arrays.fill(equal, 0);
            for (int n = next; n < negative.size() && negative.value(n) == value; n++) {
                equal[negative.day(n)]++;
            }
            for (; p < positive.size() && positive.value(p) == value; p++) {
                final long[] won = twiceWon[positive.day(p)];
                for (int c = 0; c < cleanDays; c++) {
                    won[c] += 2 * below[c] + equal[c];
                }
            }
        }
    }

    public long positives() {
        return Arrays.stream(positives).sum();
    }

    public long negatives() {
        return Arrays.stream(negatives).sum();
    }

    /** Positives among all samples: the precision of guessing. */
    public double prevalence() {
        return (double) positives() / (positives() + negatives());
    }

    /** Area under the ROC curve: how often a positive is above a negative. */
    public double rocAuc(final int[] planted, final int[] clean) {
        double won = 0;
        double p = 0;
        for (int i = 0; i < plantedDays; i++) {
            double row = 0;
            for (int c = 0; c < cleanDays; c++) {
                row += (double) clean[c] * twiceWon[i][c];
            }
            won += planted[i] * row;
            p += (double) planted[i] * positives[i];
        }
        double n = 0;
        for (int c = 0; c < cleanDays; c++) {
            n += (double) clean[c] * negatives[c];
        }
        return p == 0 || n == 0 ? Double.NaN : won / 2 / p / n;
    }

    /** Area under the precision-recall curve as average precision: Σ (Rᵢ − Rᵢ₋₁) Pᵢ over descending thresholds. */
    public double prAuc(final int[] planted, final int[] clean) {
        return negatives() == 0 ? Double.NaN : thresholds.averagePrecision(planted, clean);
    }

    /** From (0, 0) to (1, 1): false positive rate, true positive rate. */
    public Curve roc(final int points) {
        return thresholds.curve(points, negatives(), true);
    }

    /** Recall, precision, by descending threshold. */
    public Curve precisionRecall(final int points) {
        return thresholds.curve(points, negatives(), false);
    }
}
