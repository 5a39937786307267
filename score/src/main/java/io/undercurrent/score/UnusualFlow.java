package io.undercurrent.score;

import static io.undercurrent.signals.SignalDefinition.BUCKET;
import static io.undercurrent.signals.SignalDefinition.COARSE_ROWS;
import static io.undercurrent.signals.SignalDefinition.MAIN;
import static io.undercurrent.signals.SignalDefinition.MIN_POINTS;

import io.undercurrent.signals.SignalDefinition;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * How unusual the sum of a column over the last five minutes is, as a z against the baseline that the signals use: points of the coarse
 * rows, median and scaled MAD. For the baselines that the signals are compared with. One thread.
 */
final class UnusualFlow {
    private static final double MAD_TO_DEVIATION = 1.4826;
    private static final double LEAST = 1e-3;
    private static final double MOST_Z = 8;
    private static final int HORIZON = MAIN / BUCKET;

    /** Sums up to and with each coarse row. */
    private long[] sums = new long[COARSE_ROWS];
    private int coarse;
    private int fine;
    private long open;

    void restart() {
        coarse = 0;
        fine = 0;
        open = 0;
    }

    void row(final long value) {
        open += value;
        if (++fine == BUCKET) {
            if (coarse == sums.length) {
                sums = Arrays.copyOf(sums, 2 * coarse);
            }
            sums[coarse] = open + (coarse == 0 ? 0 : sums[coarse - 1]);
            coarse++;
            fine = 0;
            open = 0;
        }
    }

    /**
     * The z of the newest coarse rows.
     *
     * @param feature of a sum
     * @param floor the least scale
     * @return NaN: the baseline has too few points
     */
    float z(final LongToDoubleFunction feature, final double floor) {
        final int held = Math.min(coarse, COARSE_ROWS);
        final int candidates = SignalDefinition.candidates(held, MAIN);
        final int stride = SignalDefinition.stride(candidates, MAIN);
        final int count = candidates == 0 ? 0 : SignalDefinition.points(candidates, stride);
        if (count < MIN_POINTS) {
            return Float.NaN;
        }
        final double[] points = new double[count];
        int at = coarse - held + SignalDefinition.lastPoint(held, MAIN);
        for (int p = 0; p < count; p++) {
            points[p] = feature.applyAsDouble(sum(at));
            at -= stride;
        }
        final double median = lowerMedian(points);
        for (int p = 0; p < count; p++) {
            points[p] = Math.abs(points[p] - median);
        }
        final double scale = Math.max(MAD_TO_DEVIATION * lowerMedian(points), floor) + LEAST;
        return (float) Math.clamp((feature.applyAsDouble(sum(coarse - 1)) - median) / scale, -MOST_Z, MOST_Z);
    }

    private long sum(final int last) {
        return sums[last] - (last < HORIZON ? 0 : sums[last - HORIZON]);
    }

    private static double lowerMedian(final double[] values) {
        Arrays.sort(values);
        return values[(values.length - 1) / 2];
    }
}
