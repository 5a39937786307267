package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LotMedianTest {
    @Test
    void isTheMiddleOfTheLatest255AtEveryStep() {
        final long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("LotMedianTest seed " + seed);
        final SplittableRandom random = new SplittableRandom(seed);
        final LotMedian median = new LotMedian();
        final ArrayDeque<Long> twin = new ArrayDeque<>();
        assertEquals(0, median.median());
        for (int i = 0; i < 3_000; i++) {
            final long units = random.nextInt(1, i % 500 < 250 ? 5 : 100_000);
            median.add(units);
            twin.add(units);
            if (twin.size() > LotMedian.SIZE) {
                twin.remove();
            }
            final long[] sorted = twin.stream().mapToLong(Long::longValue).sorted().toArray();
            assertEquals(sorted[(sorted.length - 1) / 2], median.median(), "seed " + seed + " step " + i);
        }
        median.clear();
        assertEquals(0, median.median());
    }
}
