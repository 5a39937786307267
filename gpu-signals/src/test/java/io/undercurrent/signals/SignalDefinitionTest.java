package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SignalDefinitionTest {
    @Test
    void aBaselineEndsTwoHorizonsOrSixHundredRowsBack() {
        assertEquals(60, SignalDefinition.coarseGap(120));
        assertEquals(60, SignalDefinition.coarseGap(SignalDefinition.MAIN));
        assertEquals(120, SignalDefinition.coarseGap(600));
    }

    @Test
    void theThirtiethPointOfTheMainHorizonComesWithCoarseRow148() {
        // Points every 2 coarse rows, the oldest with 30 rows: 29 × 2 + 1 candidates + 29 rows before the first + 60 rows of gap.
        assertEquals(59, SignalDefinition.candidates(148, SignalDefinition.MAIN));
        assertEquals(2, SignalDefinition.stride(59, SignalDefinition.MAIN));
        assertEquals(30, SignalDefinition.points(59, 2));
        assertEquals(29, SignalDefinition.points(SignalDefinition.candidates(147, SignalDefinition.MAIN), 2));
    }

    @Test
    void aFullRingStaysWithinTheMostPoints() {
        final int[][] expected = {{120, 1_977, 8, 248}, {SignalDefinition.MAIN, 1_959, 8, 245}, {600, 1_869, 8, 234}};
        for (final int[] row : expected) {
            final int candidates = SignalDefinition.candidates(SignalDefinition.COARSE_ROWS, row[0]);
            final int stride = SignalDefinition.stride(candidates, row[0]);
            assertEquals(row[1], candidates);
            assertEquals(row[2], stride);
            assertEquals(row[3], SignalDefinition.points(candidates, stride));
        }
    }

    @Test
    void tooFewRowsGiveNoPoints() {
        for (int held = 0; held <= 89; held++) {
            final int candidates = SignalDefinition.candidates(held, SignalDefinition.MAIN);
            assertEquals(0, SignalDefinition.points(candidates, SignalDefinition.stride(candidates, SignalDefinition.MAIN)));
        }
        assertEquals(1, SignalDefinition.candidates(90, SignalDefinition.MAIN));
    }

    @Test
    void nineTenthsOfAHorizonAndHalfOfABucketAreEnough() {
        assertTrue(SignalDefinition.enoughValid(270_000, 300, 1_000));
        assertFalse(SignalDefinition.enoughValid(269_999, 300, 1_000));
        assertTrue(SignalDefinition.enoughValid(5_000, 10, 1_000));
        assertFalse(SignalDefinition.enoughValid(4_999, 10, 1_000));
    }

    @Test
    void anUnknownMidDoesNotChange() {
        assertEquals(0, SignalDefinition.change(0, 20_000));
        assertEquals(0, SignalDefinition.change(20_000, 0));
        assertEquals(-7, SignalDefinition.change(20_007, 20_000));
    }
}
