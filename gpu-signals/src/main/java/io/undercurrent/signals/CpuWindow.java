package io.undercurrent.signals;

import static io.undercurrent.signals.CpuLayout.ENTRY;
import static io.undercurrent.signals.RowColumn.*;
import static io.undercurrent.signals.SignalDefinition.BUCKET;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * One instrument's window as prefix sums: the entry of row count n holds the sums of all rows since the restart up to there, so that the
 * sum over any stretch is one difference; those of buckets go back in steps of ten rows. Where the sums start does not matter, so a
 * restart need not clear them, and differences stay exact even if a prefix should pass 2^63. The coarse ring keeps every tenth entry. Of
 * the fine ones only as many stay as the longest horizon needs, because every baseline is coarse. Allocates in its constructor only.
 */
final class CpuWindow {
    private static final int FINE_MASK = CpuLayout.FINE_ENTRIES - 1;
    private static final int[][] PLUS = columns(SignalTable.measures().stream().map(Sum::plus).toList());
    private static final int[][] MINUS = columns(SignalTable.measures().stream().map(Sum::minus).toList());

    private final int rowMs;
    private final long[] fine = new long[CpuLayout.FINE_ENTRIES * ENTRY];
    private final long[] coarse = new long[CpuLayout.COARSE_ENTRIES * ENTRY];
    private final int[] mid2 = new int[CpuLayout.FINE_ENTRIES];
    private final CpuBaseline baseline = new CpuBaseline();
    private long rows;
    private int capabilities;
    private int lot;
    private long clippedBuckets;

    CpuWindow(final int rowMs) {
        this.rowMs = rowMs;
    }

    private static int[][] columns(final List<List<RowColumn>> of) {
        return of.stream().map(list -> list.stream().mapToInt(RowColumn::ordinal).toArray()).toArray(int[][]::new);
    }

    void append(final Sweep sweep, final int i) {
        if (sweep.restart(i)) {
            restart();
        }
        addRow(sweep, i, fineEntry(rows), fineEntry(rows + 1));
        mid2[(int) rows & FINE_MASK] = sweep.value(i, MID2_CLOSE.ordinal());
        capabilities = sweep.value(i, CAPABILITIES.ordinal());
        rows++;
        if (rows >= BUCKET) {
            addBucket();
            if (rows % BUCKET == 0) {
                keepCoarse(coarseRows());
            }
            if (rows % (BUCKET * SignalDefinition.BASELINE_EVERY) == 0) {
                lot = sweep.value(i, LOT.ordinal());
            }
        }
    }

    /** Writes it as {@link WindowLayout} says; the baseline is left out, so a device computes it anew. */
    void copyTo(final ByteBuffer memory) {
        part(memory, WindowLayout.WINDOW_FINE).asLongBuffer().put(fine);
        part(memory, WindowLayout.WINDOW_COARSE).asLongBuffer().put(coarse);
        part(memory, WindowLayout.WINDOW_MID2).asIntBuffer().put(mid2);
        final ByteBuffer head = part(memory, WindowLayout.WINDOW_HEAD);
        head.putLong(WindowLayout.HEAD_ROWS, rows);
        head.putInt(WindowLayout.HEAD_CAPABILITIES, capabilities);
        head.putInt(WindowLayout.HEAD_LOT, lot);
        head.putLong(WindowLayout.HEAD_CLIPPED, clippedBuckets);
        head.putLong(WindowLayout.HEAD_AS_OF, WindowLayout.NO_BASELINE);
    }

    private static ByteBuffer part(final ByteBuffer memory, final int offset) {
        return memory.slice(offset, WindowLayout.WINDOW_BYTES - offset).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void restart() {
        rows = 0;
        lot = 0;
        baseline.forget();
        keepCoarse(0);
    }

    private void addRow(final Sweep sweep, final int i, final int from, final int at) {
        for (int m = 0; m < CpuLayout.BUCKETS; m++) {
            long value = 0;
            for (final int column : PLUS[m]) {
                value += sweep.value(i, column);
            }
            for (final int column : MINUS[m]) {
                value -= sweep.value(i, column);
            }
            fine[at + m] = fine[from + m] + value;
        }
    }

    /** Adds the bucket of the newest ten rows to those before it. */
    private void addBucket() {
        final int from = fineEntry(rows - BUCKET);
        final int at = fineEntry(rows);
        final boolean valid = valid(BUCKET);
        final long flow = fine[at + SignalTable.FLOW] - fine[from + SignalTable.FLOW];
        final long x = valid ? SignalDefinition.clamp(flow, SignalDefinition.MAX_FLOW) : 0;
        final long y = valid ? SignalDefinition.clamp(change(BUCKET), SignalDefinition.MAX_CHANGE) : 0;
        final long xx = x * x;
        fine[at + CpuLayout.BUCKETS] = fine[from + CpuLayout.BUCKETS] + (valid ? 1 : 0);
        fine[at + CpuLayout.Y] = fine[from + CpuLayout.Y] + y;
        fine[at + CpuLayout.YY] = fine[from + CpuLayout.YY] + y * y;
        fine[at + CpuLayout.X] = fine[from + CpuLayout.X] + x;
        fine[at + CpuLayout.XX_HIGH] = fine[from + CpuLayout.XX_HIGH] + (xx >>> 32);
        fine[at + CpuLayout.XX_LOW] = fine[from + CpuLayout.XX_LOW] + (xx & 0xffff_ffffL);
        fine[at + CpuLayout.XY] = fine[from + CpuLayout.XY] + x * y;
        if (rows % BUCKET == 0 && (Math.abs(x) == SignalDefinition.MAX_FLOW || Math.abs(y) == SignalDefinition.MAX_CHANGE)) {
            clippedBuckets++;
        }
    }

    private void keepCoarse(final long count) {
        System.arraycopy(fine, fineEntry(rows), coarse, coarseEntry(count), ENTRY);
    }

    /** Rows since the restart. */
    long rows() {
        return rows;
    }

    /** Coarse rows closed since the restart. */
    private long coarseRows() {
        return rows / BUCKET;
    }

    /** Coarse rows that were closed when the baseline was computed last. */
    long baselineRows() {
        return coarseRows() - coarseRows() % SignalDefinition.BASELINE_EVERY;
    }

    /** L: that of the newest row of the baseline's last computation. */
    long lot() {
        return Math.max(1, lot);
    }

    /** Over the newest rows, at most the longest horizon of them, and that many there are. */
    long sum(final int measure, final int ofRows) {
        return fine[fineEntry(rows) + measure] - fine[fineEntry(rows - ofRows) + measure];
    }

    int capabilities() {
        return capabilities;
    }

    long clippedBuckets() {
        return clippedBuckets;
    }

    CpuBaseline baseline() {
        return baseline;
    }

    /** Prefix sums of fine rows, see {@link #fineEntry}. */
    long[] finePrefixes() {
        return fine;
    }

    /** Where the sums of the first {@code count} rows stand. */
    int fineEntry(final long count) {
        return ((int) count & FINE_MASK) * ENTRY;
    }

    /** Prefix sums of coarse rows, see {@link #coarseEntry}. */
    long[] coarsePrefixes() {
        return coarse;
    }

    /** Where the sums of the first {@code count} coarse rows stand. */
    int coarseEntry(final long count) {
        return (int) (count % CpuLayout.COARSE_ENTRIES) * ENTRY;
    }

    boolean valid(final int horizon) {
        if (rows < horizon) {
            return false;
        }
        final long validMs = fine[fineEntry(rows) + SignalTable.VALID_MS] - fine[fineEntry(rows - horizon) + SignalTable.VALID_MS];
        return SignalDefinition.enoughValid(validMs, horizon, rowMs);
    }

    int rowMs() {
        return rowMs;
    }

    /** Change of mid2 over the newest {@code count} rows. */
    private long change(final int count) {
        final int before = rows > count ? mid2[(int) (rows - 1 - count) & FINE_MASK] : 0;
        return SignalDefinition.change(before, mid2[(int) (rows - 1) & FINE_MASK]);
    }
}
