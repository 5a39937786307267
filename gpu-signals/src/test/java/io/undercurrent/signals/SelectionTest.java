package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void findsWhatSortingFinds() {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 20_000; trial++) {
            final int n = 1 + random.nextInt(SignalDefinition.MAX_POINTS);
            final int distinct = 1 + random.nextInt(2 * n);
            final float[] values = new float[SignalDefinition.MAX_POINTS];
            for (int i = 0; i < n; i++) {
                values[i] = (random.nextInt(distinct) - distinct / 2) / 7f;
            }
            final float[] sorted = Arrays.copyOf(values, n);
            Arrays.sort(sorted);
            assertEquals(sorted[(n - 1) / 2], Selection.lowerMedian(values, new float[n], n), 0f, "seed " + seed + ", " + n + " values");
        }
    }

    @Test
    void theMedianOfAnEvenNumberIsTheLowerOfTheTwo() {
        assertEquals(2f, Selection.lowerMedian(new float[] {4f, 1f, 3f, 2f}, new float[4], 4), 0f);
        assertEquals(5f, Selection.lowerMedian(new float[] {5f, 9f}, new float[2], 2), 0f);
    }
}
