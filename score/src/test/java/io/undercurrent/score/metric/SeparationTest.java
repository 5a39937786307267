package io.undercurrent.score.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeparationTest {
    private static final double EXACT = 1e-12;

    /** @param valuesAndDays value, day, value, day, ... */
    private static DayValues values(final float... valuesAndDays) {
        final DayValues.Collector collector = new DayValues.Collector();
        for (int i = 0; i < valuesAndDays.length; i += 2) {
            collector.add(valuesAndDays[i], (int) valuesAndDays[i + 1]);
        }
        return collector.sorted();
    }

    private static double roc(final Separation separation, final int planted, final int clean) {
        return separation.rocAuc(Resamples.once(planted), Resamples.once(clean));
    }

    private static double pr(final Separation separation, final int planted, final int clean) {
        return separation.prAuc(Resamples.once(planted), Resamples.once(clean));
    }

    @Test
    void equalValuesCountHalfInTheAreaUnderTheRocCurve() {
        // of the six pairs: 3 beats 1 and 2 and ties with 3 (2.5), 1 ties with 1 (0.5)
        final Separation separation = new Separation(values(3, 0, 1, 0), values(1, 0, 2, 0, 3, 0), 1, 1);

        assertEquals(3.0 / 6, roc(separation, 1, 1), EXACT);
        assertEquals(2, separation.positives());
        assertEquals(3, separation.negatives());
        assertEquals(0.4, separation.prevalence(), EXACT);
    }

    @Test
    void averagePrecisionStepsOncePerThreshold() {
        // descending: 4+ (1/1), 3- , 2+ and 2- together (2/4), 1+ (3/5)
        final Separation separation = new Separation(values(4, 0, 2, 0, 1, 0), values(3, 0, 2, 0), 1, 1);

        assertEquals((1.0 + 0.5 + 0.6) / 3, pr(separation, 1, 1), EXACT);
    }

    @Test
    void perfectAndReversedOrderAreOneAndZero() {
        assertEquals(1, roc(new Separation(values(2, 0, 3, 0), values(0, 0, -1, 0), 1, 1), 1, 1), EXACT);
        assertEquals(0, roc(new Separation(values(-2, 0, -3, 0), values(0, 0, -1, 0), 1, 1), 1, 1), EXACT);
    }

    @Test
    void negativeZeroEqualsZeroAndWhatIsNotAvailableIsLeftOut() {
        final Separation separation = new Separation(values(-0f, 0, Float.NaN, 0), values(0f, 0), 1, 1);

        assertEquals(0.5, roc(separation, 1, 1), EXACT);
        assertEquals(1, separation.positives());
    }

    @Test
    void nothingOnOneSideGivesNoFigure() {
        assertTrue(Double.isNaN(roc(new Separation(values(), values(1, 0), 1, 1), 1, 1)));
        assertTrue(Double.isNaN(pr(new Separation(values(1, 0), values(), 1, 1), 1, 1)));
        assertEquals(List.of(), new Separation(values(), values(1, 0), 1, 1).precisionRecall(10).points());
    }

    @Test
    void agreesWithCountingEveryPairAndEveryThresholdWhateverTheDraws() {
        final long seed = 42;
        final SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 50; round++) {
            final float[] positive = random(random, 30, 3);
            final float[] negative = random(random, 60, 4);
            final int[] planted = {random.nextInt(3), 1 + random.nextInt(3), random.nextInt(3)};
            final int[] clean = {random.nextInt(3), 1 + random.nextInt(3), random.nextInt(3), random.nextInt(3)};
            final Separation separation = new Separation(values(positive), values(negative), 3, 4);

            assertEquals(pairs(positive, negative, planted, clean), separation.rocAuc(planted, clean), 1e-9, "seed " + seed);
            assertEquals(thresholds(positive, negative, planted, clean), separation.prAuc(planted, clean), 1e-9, "seed " + seed);
        }
    }

    /** Few different values, so that many are equal. */
    private static float[] random(final SplittableRandom random, final int count, final int days) {
        final float[] values = new float[2 * count];
        for (int i = 0; i < count; i++) {
            values[2 * i] = random.nextInt(12) / 4f - 1;
            values[2 * i + 1] = random.nextInt(days);
        }
        return values;
    }

    private static double pairs(final float[] positive, final float[] negative, final int[] planted, final int[] clean) {
        double won = 0;
        double all = 0;
        for (int p = 0; p < positive.length; p += 2) {
            for (int n = 0; n < negative.length; n += 2) {
                final double weight = planted[(int) positive[p + 1]] * clean[(int) negative[n + 1]];
                all += weight;
                won += positive[p] > negative[n] ? weight : positive[p] == negative[n] ? weight / 2 : 0;
            }
        }
        return won / all;
    }

    private static double thresholds(final float[] positive, final float[] negative, final int[] planted, final int[] clean) {
        final double all = above(positive, planted, -10);
        double area = 0;
        double before = 0;
        for (float at = 3; at >= -1; at -= 0.25f) {
            final double hits = above(positive, planted, at);
            if (hits > before) {
                area += (hits - before) / all * hits / (hits + above(negative, clean, at));
                before = hits;
            }
        }
        return area;
    }

    private static double above(final float[] values, final int[] times, final float at) {
        double sum = 0;
        for (int i = 0; i < values.length; i += 2) {
            sum += values[i] >= at ? times[(int) values[i + 1]] : 0;
        }
        return sum;
    }

    @Test
    void curvesGoThroughTheirThresholds() {
        final Separation separation = new Separation(values(4, 0, 2, 0, 1, 0), values(3, 0, 2, 0), 1, 1);

        assertEquals(List.of(point(0, 0), point(0, 1 / 3.0), point(1, 2 / 3.0), point(1, 1), point(1, 1)), separation.roc(10).points());
        assertEquals(List.of(point(1 / 3.0, 1), point(2 / 3.0, 0.5), point(1, 0.6)), separation.precisionRecall(10).points());
        assertEquals(2, separation.precisionRecall(2).points().size());
        assertEquals(point(1, 0.6), separation.precisionRecall(2).points().getLast());
    }

    private static Curve.Point point(final double x, final double y) {
        return new Curve.Point((float) x, (float) y);
    }
}
