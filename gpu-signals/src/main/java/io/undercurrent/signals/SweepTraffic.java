package io.undercurrent.signals;

import static io.undercurrent.signals.SignalDefinition.BUCKET;
import static io.undercurrent.signals.SignalDefinition.LONG;
import static io.undercurrent.signals.SignalDefinition.MAIN;
import static io.undercurrent.signals.SignalDefinition.SHORT;

import java.util.BitSet;

/**
 * How many bytes one instrument's row must move between memory and whoever evaluates it, each once, in pieces of 32 bytes, which is the least
 * that a GPU reads: what a kernel's time is held against. Windows have the order of {@link CpuMeasure}.
 */
public final class SweepTraffic {
    private static final int PIECE_BYTES = 32;
    private static final int PIECE_MEASURES = PIECE_BYTES / Long.BYTES;
    private static final int FINE_PIECES = CpuMeasure.FINE / PIECE_MEASURES;
    private static final int COARSE_PIECES = CpuMeasure.COARSE / PIECE_MEASURES;
    /** First measures of the pieces that a horizon's features read of both ends of a stretch. */
    private static final int[] SHORT_READS = {CpuMeasure.VALID_MS, CpuMeasure.SPREAD_TIME};
    private static final int[] MAIN_READS =
        {CpuMeasure.VALID_MS, CpuMeasure.OWN_REFILLED, CpuMeasure.OWN_DEPTH, CpuMeasure.OWN_CANCELLED};
    private static final int[] LONG_READS = {CpuMeasure.VALID_MS};
    /** Fine entries read: the newest, and those 30, 120, 300 and 600 rows before it; and the one appended with the one before it. */
    private static final int FINE_ENTRIES = 5 + 2;

    private SweepTraffic() {
    }

    /** Bytes of a row that closes no coarse one: fine sums at the horizons, the newest appended, the buckets of the longest horizon. */
    public static long ofRow() {
        final int fine = FINE_ENTRIES * FINE_PIECES;
        final int buckets = LONG / BUCKET + 1;
        return (long) (fine + buckets) * PIECE_BYTES;
    }

    /**
     * Bytes of a row that closes a coarse one, so that its baselines are computed anew.
     *
     * @param coarseRows closed since the restart
     */
    public static long ofClosingRow(final long coarseRows) {
        final int held = (int) Math.min(coarseRows, SignalDefinition.COARSE_ROWS);
        final BitSet pieces = new BitSet();
        reads(pieces, held, SHORT, SHORT_READS);
        reads(pieces, held, MAIN, MAIN_READS);
        reads(pieces, held, LONG, LONG_READS);
        final int appended = 2 * COARSE_PIECES;
        return ofRow() + (long) (pieces.cardinality() + appended) * PIECE_BYTES;
    }

    private static void reads(final BitSet pieces, final int held, final int horizon, final int[] measures) {
        final int candidates = SignalDefinition.candidates(held, horizon);
        final int stride = SignalDefinition.stride(candidates, horizon);
        final int points = SignalDefinition.points(candidates, stride);
        for (int p = 0; p < points; p++) {
            final int to = SignalDefinition.lastPoint(held, horizon) + 1 - p * stride;
            for (final int measure : measures) {
                pieces.set(to * COARSE_PIECES + measure / PIECE_MEASURES);
                pieces.set((to - horizon / BUCKET) * COARSE_PIECES + measure / PIECE_MEASURES);
            }
        }
    }
}
