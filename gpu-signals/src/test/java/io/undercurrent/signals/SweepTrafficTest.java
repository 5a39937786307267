package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SweepTrafficTest {
    private static final int PIECE_BYTES = 32;

    @Test
    void aRingThatWrapsNeedsNoMoreThanAFullOne() {
        assertEquals(SweepTraffic.ofClosingRow(SignalDefinition.COARSE_ROWS), SweepTraffic.ofClosingRow(1_000_000));
    }

    @Test
    void withoutBaselineOnlyTheCoarseRowIsAppended() {
        assertEquals(2L * CpuMeasure.COARSE * Long.BYTES, SweepTraffic.ofClosingRow(30) - SweepTraffic.ofRow());
    }

    @Test
    void fullRingsNeedEachPieceThatTheirPointsTouchOnce() {
        final long baselines = SweepTraffic.ofClosingRow(SignalDefinition.COARSE_ROWS) - SweepTraffic.ofRow();

        // about 248 points of two ends: two pieces for the short horizon, four for the main one, one for the long one
        final long most = 248L * 2 * (2 + 4 + 1) * PIECE_BYTES;
        assertTrue(baselines > most / 2 && baselines < most, baselines + " of at most " + most);
    }
}
