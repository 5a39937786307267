package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;
import static io.undercurrent.signals.SignalDefinition.BUCKET;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One instrument's window as prefix sums: the entry of row count n holds the sums of all rows since the restart up to there, so that the
 * sum over any stretch is one difference. Where the sums start does not matter, so a restart need not clear them, and differences stay
 * exact even if a prefix should pass 2^63. Of the fine rows only as many stay as the longest horizon needs, because every baseline is
 * coarse. Allocates in its constructor only.
 */
final class CpuWindow {
    /** Entries of the fine ring: a power of two above the longest horizon. */
    static final int FINE_ENTRIES = 1_024;
    static final int COARSE_ENTRIES = SignalDefinition.COARSE_ROWS + 1;
    /** Values of a bucket. */
    static final int BUCKET_VALUES = 4;
    private static final int FINE_MASK = FINE_ENTRIES - 1;

    private final int rowMs;
    private final long[] fine = new long[FINE_ENTRIES * CpuMeasure.FINE];
    private final long[] coarse = new long[COARSE_ENTRIES * CpuMeasure.COARSE];
    private final int[] mid2 = new int[FINE_ENTRIES];
    /** The bucket that ends with each fine row: 1 if valid, its flow, its order flow, its change; zeros if it is not valid. */
    private final int[] buckets = new int[FINE_ENTRIES * BUCKET_VALUES];
    private final CpuBaseline baseline = new CpuBaseline();
    private long rows;
    private int capabilities;
    private int lot;
    private long clippedBuckets;

    CpuWindow(final int rowMs) {
        this.rowMs = rowMs;
    }

    void append(final Sweep sweep, final int i) {
        if (sweep.restart(i)) {
            restart();
        }
        final int at = fineEntry(rows + 1);
        addRow(sweep, i, fineEntry(rows), at);
        mid2[(int) rows & FINE_MASK] = sweep.value(i, MID2_CLOSE.ordinal());
        capabilities = sweep.value(i, CAPABILITIES.ordinal());
        rows++;
        if (rows >= BUCKET) {
            addBucket();
            if (rows % BUCKET == 0) {
                lot = sweep.value(i, LOT.ordinal());
                closeCoarse(sweep, i);
            }
        }
    }

    /** Writes it as {@link WindowLayout} says; the baseline is left out, so a device computes it anew. */
    void copyTo(final ByteBuffer memory) {
        part(memory, WindowLayout.WINDOW_FINE).asLongBuffer().put(fine);
        part(memory, WindowLayout.WINDOW_COARSE).asLongBuffer().put(coarse);
        part(memory, WindowLayout.WINDOW_MID2).asIntBuffer().put(mid2);
        part(memory, WindowLayout.WINDOW_BUCKETS).asIntBuffer().put(buckets);
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
    }

    private void addRow(final Sweep sweep, final int i, final int from, final int at) {
        final long buy = sweep.value(i, BUY_VOLUME.ordinal());
        final long sell = sweep.value(i, SELL_VOLUME.ordinal());
        final long lit = buy + sell + sweep.value(i, UNSIGNED_VOLUME.ordinal());
        final long bidRefilled = (long) sweep.value(i, BID_REFILL.ordinal()) + sweep.value(i, BID_HIDDEN.ordinal());
        final long askRefilled = (long) sweep.value(i, ASK_REFILL.ordinal()) + sweep.value(i, ASK_HIDDEN.ordinal());
        add(from, at, CpuMeasure.VALID_MS, sweep.value(i, VALID_MS.ordinal()));
        add(from, at, CpuMeasure.SPREAD_TIME, sweep.value(i, SPREAD_TIME.ordinal()));
        add(from, at, CpuMeasure.SQUARE_SUM, sweep.value(i, MID2_SQUARE_SUM.ordinal()));
        add(from, at, CpuMeasure.LIT_VOLUME, lit);
        add(from, at, CpuMeasure.UPDATES, sweep.value(i, BOOK_UPDATES.ordinal()));
        add(from, at, CpuMeasure.TAPE_VOLUME, lit + sweep.value(i, OFF_VOLUME.ordinal()));
        add(from, at, CpuMeasure.OFF_MID, sweep.value(i, OFF_MID.ordinal()));
        add(from, at, CpuMeasure.OWN_REFILLED, bidRefilled);
        add(from, at, CpuMeasure.OWN_REFILLED + 1, askRefilled);
        add(from, at, CpuMeasure.OWN_SMALL, sweep.value(i, SMALL_BUY_VOLUME.ordinal()));
        add(from, at, CpuMeasure.OWN_SMALL + 1, sweep.value(i, SMALL_SELL_VOLUME.ordinal()));
        add(from, at, CpuMeasure.OWN_DEPTH, sweep.value(i, BID_DEPTH10.ordinal()));
        add(from, at, CpuMeasure.OWN_DEPTH + 1, sweep.value(i, ASK_DEPTH10.ordinal()));
        add(from, at, CpuMeasure.OWN_SWALLOWED, bidRefilled + sweep.value(i, BID_EXECUTED_DEEP.ordinal()));
        add(from, at, CpuMeasure.OWN_SWALLOWED + 1, askRefilled + sweep.value(i, ASK_EXECUTED_DEEP.ordinal()));
        add(from, at, CpuMeasure.OWN_CANCELLED, sweep.value(i, BID_CANCELLED10.ordinal()));
        add(from, at, CpuMeasure.OWN_CANCELLED + 1, sweep.value(i, ASK_CANCELLED10.ordinal()));
        add(from, at, CpuMeasure.OWN_HIT, sweep.value(i, BID_HIT.ordinal()));
        add(from, at, CpuMeasure.OWN_HIT + 1, sweep.value(i, ASK_HIT.ordinal()));
        add(from, at, CpuMeasure.FLOW, buy - sell);
        add(from, at, CpuMeasure.ORDER_FLOW, sweep.value(i, OFI1.ordinal()));
    }

    private void add(final int from, final int at, final int measure, final long value) {
        fine[at + measure] = fine[from + measure] + value;
    }

    /** Keeps the bucket of the newest ten rows. */
    private void addBucket() {
        final int b = bucket(0);
        if (!SignalDefinition.enoughValid(fineSum(CpuMeasure.VALID_MS, BUCKET), BUCKET, rowMs)) {
            Arrays.fill(buckets, b, b + BUCKET_VALUES, 0);
            return;
        }
        buckets[b] = 1;
        buckets[b + 1] = (int) SignalDefinition.clamp(fineSum(CpuMeasure.FLOW, BUCKET), SignalDefinition.MAX_FLOW);
        buckets[b + 2] = (int) SignalDefinition.clamp(fineSum(CpuMeasure.ORDER_FLOW, BUCKET), SignalDefinition.MAX_FLOW);
        buckets[b + 3] = (int) SignalDefinition.clamp(change(BUCKET), SignalDefinition.MAX_CHANGE);
    }

    /** Sums the newest ten rows into a coarse one; depths are the last, not the sum. */
    private void closeCoarse(final Sweep sweep, final int i) {
        final long closed = rows / BUCKET;
        final int from = coarseEntry(closed - 1);
        final int at = coarseEntry(closed);
        final int newest = fineEntry(rows);
        final int tenAgo = fineEntry(rows - BUCKET);
        for (int m = 0; m < CpuMeasure.SHARED; m++) {
            coarse[at + m] = coarse[from + m] + (fine[newest + m] - fine[tenAgo + m]);
        }
        coarse[at + CpuMeasure.OWN_DEPTH] = coarse[from + CpuMeasure.OWN_DEPTH] + sweep.value(i, BID_DEPTH10.ordinal());
        coarse[at + CpuMeasure.OWN_DEPTH + 1] = coarse[from + CpuMeasure.OWN_DEPTH + 1] + sweep.value(i, ASK_DEPTH10.ordinal());
        final int b = bucket(0);
        final long y = buckets[b + 3];
        coarse[at + CpuMeasure.BUCKETS] = coarse[from + CpuMeasure.BUCKETS] + buckets[b];
        coarse[at + CpuMeasure.YY] = coarse[from + CpuMeasure.YY] + y * y;
        addProducts(from, at, CpuMeasure.FLOW_SUMS, buckets[b + 1], y);
        addProducts(from, at, CpuMeasure.ORDER_FLOW_SUMS, buckets[b + 2], y);
        if (Math.abs(buckets[b + 1]) == SignalDefinition.MAX_FLOW || Math.abs(buckets[b + 2]) == SignalDefinition.MAX_FLOW
            || Math.abs(buckets[b + 3]) == SignalDefinition.MAX_CHANGE) {
            clippedBuckets++;
        }
    }

    private void addProducts(final int from, final int at, final int sums, final long x, final long y) {
        final long square = x * x;
        coarse[at + sums] = coarse[from + sums] + (square >>> 32);
        coarse[at + sums + 1] = coarse[from + sums + 1] + (square & 0xffff_ffffL);
        coarse[at + sums + 2] = coarse[from + sums + 2] + x * y;
    }

    /** Rows since the restart. */
    long rows() {
        return rows;
    }

    /** Coarse rows closed since the restart. */
    long coarseRows() {
        return rows / BUCKET;
    }

    /** Coarse rows that the ring still holds. */
    int coarseHeld() {
        return (int) Math.min(coarseRows(), SignalDefinition.COARSE_ROWS);
    }

    /** L: that of the newest coarse row. */
    long lot() {
        return Math.max(1, lot);
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
        return ((int) count & FINE_MASK) * CpuMeasure.FINE;
    }

    /** Prefix sums of coarse rows, see {@link #coarseEntry}. */
    long[] coarsePrefixes() {
        return coarse;
    }

    /** Where the sums of the first {@code count} coarse rows stand. */
    int coarseEntry(final long count) {
        return (int) (count % COARSE_ENTRIES) * CpuMeasure.COARSE;
    }

    /** Sum over the newest {@code count} fine rows. */
    long fineSum(final int measure, final int count) {
        return fine[fineEntry(rows) + measure] - fine[fineEntry(rows - count) + measure];
    }

    boolean valid(final int horizon) {
        return rows >= horizon && SignalDefinition.enoughValid(fineSum(CpuMeasure.VALID_MS, horizon), horizon, rowMs);
    }

    int rowMs() {
        return rowMs;
    }

    /** mid2 at the close of the row {@code ago} rows before the newest; 0 if there is none. */
    int mid2(final int ago) {
        return rows > ago ? mid2[(int) (rows - 1 - ago) & FINE_MASK] : 0;
    }

    /** Change of mid2 over the newest {@code count} rows. */
    long change(final int count) {
        return SignalDefinition.change(mid2(count), mid2(0));
    }

    /** The values of the buckets, four each, see {@link #bucket}. */
    int[] buckets() {
        return buckets;
    }

    /** Where the bucket stands that ends {@code ago} rows before the newest: valid (0 or 1), flow, order flow, change. */
    int bucket(final int ago) {
        return ((int) (rows - 1 - ago) & FINE_MASK) * BUCKET_VALUES;
    }
}
