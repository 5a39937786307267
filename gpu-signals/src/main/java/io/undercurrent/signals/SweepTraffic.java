package io.undercurrent.signals;

import static io.undercurrent.signals.SignalDefinition.BUCKET;

import java.util.BitSet;

/**
 * How many bytes one instrument's row must move between memory and whoever evaluates it, each once, in pieces of 32 bytes, which is the least
 * that a GPU reads: what a kernel's time is held against. Windows have the order of {@link CpuLayout}.
 */
public final class SweepTraffic {
    private static final int PIECE_BYTES = 32;
    private static final int PIECE_MEASURES = PIECE_BYTES / Long.BYTES;
    private static final int ENTRY_PIECES = CpuLayout.ENTRY / PIECE_MEASURES;
    /** Fine entries: the newest appended, the one before it, that of the bucket before, and one at each horizon. */
    private static final int FINE_ENTRIES = 3 + SignalTable.horizons().length;

    private SweepTraffic() {
    }

    /** Bytes of a row at which no baseline is computed. */
    public static long ofRow() {
        return (long) FINE_ENTRIES * ENTRY_PIECES * PIECE_BYTES;
    }

    /**
     * Bytes of a row at which the baselines are computed anew.
     *
     * @param coarseRows closed since the restart
     */
    public static long ofBaselineRow(final long coarseRows) {
        final int held = (int) Math.min(coarseRows, SignalDefinition.COARSE_ROWS);
        final BitSet pieces = new BitSet();
        for (final SignalTable.Slot slot : SignalTable.slots()) {
            reads(pieces, held, slot.rows(), SignalTable.VALID_MS, slot.above(), slot.below());
        }
        return ofRow() + (long) (pieces.cardinality() + ENTRY_PIECES) * PIECE_BYTES;
    }

    private static void reads(final BitSet pieces, final int held, final int horizon, final int... measures) {
        final int candidates = SignalDefinition.candidates(held, horizon);
        final int stride = SignalDefinition.stride(candidates, horizon);
        final int points = SignalDefinition.points(candidates, stride);
        for (int p = 0; p < points; p++) {
            final int to = SignalDefinition.lastPoint(held, horizon) + 1 - p * stride;
            for (final int measure : measures) {
                pieces.set(to * ENTRY_PIECES + measure / PIECE_MEASURES);
                pieces.set((to - horizon / BUCKET) * ENTRY_PIECES + measure / PIECE_MEASURES);
            }
        }
    }
}
