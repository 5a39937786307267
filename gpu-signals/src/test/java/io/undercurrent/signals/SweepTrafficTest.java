package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SweepTrafficTest {
    private static final int PIECE_BYTES = 32;
    private static final int ENTRY_BYTES = CpuLayout.ENTRY * Long.BYTES;

    @Test
    void aRingThatWrapsNeedsNoMoreThanAFullOne() {
        assertEquals(SweepTraffic.ofBaselineRow(SignalDefinition.COARSE_ROWS), SweepTraffic.ofBaselineRow(1_000_000));
    }

    @Test
    void withoutPointsOnlyTheCoarseRowIsAppended() {
        assertEquals(ENTRY_BYTES, SweepTraffic.ofBaselineRow(30) - SweepTraffic.ofRow());
    }

    @Test
    void fullRingsNeedEachPieceThatTheirPointsTouchOnce() {
        final long baselines = SweepTraffic.ofBaselineRow(SignalDefinition.COARSE_ROWS) - SweepTraffic.ofRow() - ENTRY_BYTES;
        final long ends = 2 * Arrays.stream(SignalTable.horizons()).mapToLong(SweepTrafficTest::points).sum();
        final long least = points(SignalDefinition.MAIN) * PIECE_BYTES;
        assertTrue(baselines > least && baselines < ends * ENTRY_BYTES, baselines + " of at most " + ends * ENTRY_BYTES);
        assertEquals(0, baselines % PIECE_BYTES);
    }

    private static long points(final int horizon) {
        final int candidates = SignalDefinition.candidates(SignalDefinition.COARSE_ROWS, horizon);
        return SignalDefinition.points(candidates, SignalDefinition.stride(candidates, horizon));
    }
}
