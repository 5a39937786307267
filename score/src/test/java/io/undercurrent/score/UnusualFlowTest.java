package io.undercurrent.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnusualFlowTest {
    private final UnusualFlow flow = new UnusualFlow();

    private void rows(final int count, final long value) {
        for (int i = 0; i < count; i++) {
            flow.row(value);
        }
    }

    private float z() {
        return flow.z(sum -> (double) sum, 1);
    }

    @Test
    void isNotAvailableBeforeThirtyPointsOfBaseline() {
        // the newest point ends 60 coarse rows back, the oldest needs 30 rows, and points are two rows apart: 60 + 30 + 58 rows
        rows(1_470, 5);
        assertTrue(Float.isNaN(z()));

        rows(10, 5);
        assertEquals(0f, z());
    }

    @Test
    void comparesFiveMinutesWithTheMedianAndScaledDeviationOfThePoints() {
        final long seed = 9;
        final SplittableRandom random = new SplittableRandom(seed);
        final long[] rows = new long[2_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(100);
            flow.row(rows[i]);
        }

        // coarse rows 29 to 139 may end a point, every second one from the last
        final double[] points = new double[56];
        for (int p = 0; p < points.length; p++) {
            points[p] = sum(rows, (139 - 2 * p + 1) * 10);
        }
        final double median = lowerMedian(points);
        final double scale = 1.4826 * lowerMedian(Arrays.stream(points).map(point -> Math.abs(point - median)).toArray()) + 1e-3;
        assertEquals((sum(rows, 2_000) - median) / scale, z(), 1e-5, "seed " + seed);
    }

    private static double sum(final long[] rows, final int end) {
        return Arrays.stream(rows, end - 300, end).sum();
    }

    private static double lowerMedian(final double[] values) {
        Arrays.sort(values);
        return values[(values.length - 1) / 2];
    }

    @Test
    void aBurstIsUnusualAndIsForgottenWithTheWindow() {
        rows(2_000, 5);
        rows(300, 9);
        assertEquals(8f, z());

        flow.restart();
        rows(1_480, 5);
        assertEquals(0f, z());
    }
}
