package io.undercurrent.signals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.BitUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The rows that all active instruments close at one boundary in event time, in the order they were added. Preallocated, off-heap, little
 * endian; one thread fills it, then one thread reads it, and whoever passes it on makes the hand-over visible.
 */
public final class Sweep {
    private static final int ALIGNMENT = 64;

    private final MutableDirectBuffer rows;
    private final int[] slots;
    private final boolean[] restarts;
    private int count;
    private long closeNs;
    private long asOfSequence;

    /** @param capacity the most instruments that can close a row together */
    public Sweep(final int capacity) {
        final int bytes = BitUtil.align(Math.multiplyExact(capacity, RowLayout.ROW_BYTES), ALIGNMENT);
        rows = new UnsafeBuffer(ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN));
        slots = new int[capacity];
        restarts = new boolean[capacity];
    }

    public int capacity() {
        return slots.length;
    }

    /**
     * Empties it for a new boundary.
     *
     * @param closeNs the boundary, UTC
     * @param asOfSequence sequence of the last event that the rows contain
     */
    public void begin(final long closeNs, final long asOfSequence) {
        this.closeNs = closeNs;
        this.asOfSequence = asOfSequence;
        count = 0;
    }

    /**
     * Adds a zeroed row and returns the byte offset in {@link #rows} where its first column stands.
     *
     * @param slot number of the instrument's window, from 0 to the backend's capacity
     * @param restart the window is emptied before this row: a new session, or a gap
     */
    public int add(final int slot, final boolean restart) {
        final int offset = count * RowLayout.ROW_BYTES;
        rows.setMemory(offset, RowLayout.ROW_BYTES, (byte) 0);
        slots[count] = slot;
        restarts[count] = restart;
        count++;
        return offset;
    }

    public int count() {
        return count;
    }

    public long closeNs() {
        return closeNs;
    }

    public long asOfSequence() {
        return asOfSequence;
    }

    public int slot(final int i) {
        return slots[i];
    }

    public boolean restart(final int i) {
        return restarts[i];
    }

    /** Value of column {@code index} (an ordinal of {@link RowColumn} or an index of {@link RowLayout}) of row {@code i}. */
    public int value(final int i, final int index) {
        return rows.getInt(i * RowLayout.ROW_BYTES + index * Integer.BYTES, ByteOrder.LITTLE_ENDIAN);
    }

    public MutableDirectBuffer rows() {
        return rows;
    }
}
