package io.undercurrent.signals.cuda;

import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.RowLayout;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.Sweep;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.agrona.BitUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A batch in memory that the device sees: the rows of some sweeps on their way there, their scores on the way back, and the word in which
 * the device says that they are all there. Allocates in its constructor only. One thread.
 */
final class Batch {
    private static final int SIGNAL_BYTES = RowLayout.SIGNAL_COLUMNS * Integer.BYTES;
    private static final int ROW_BYTES = BatchLayout.ROW_WORDS * Integer.BYTES;
    private static final int GROUP_BYTES = BatchLayout.GROUP_WORDS * Integer.BYTES;
    private static final int NO_ROW = -1;

    private final int rowCapacity;
    private final int rowsAt;
    private final int doneAt;
    private final UnsafeBuffer memory;
    private final FloatBuffer scores;
    /** By slot: its newest row, and the sequence of the batch that this row is in. */
    private final int[] newestRow;
    private final long[] newestIn;
    private final int[] slots;
    private final Sweep oneRow = new Sweep(1);
    private long sequence;
    private int rows;
    private int groups;
    private int sweeps;
    /** Rows whose scores were taken, and how many of them the host's windows have. */
    private int takenRows;
    private int appendedRows;

    /** @param bytes what the device sees, {@link #bytes} long and aligned to 64 */
    Batch(final ByteBuffer bytes, final int capacity, final int rowCapacity) {
        this.rowCapacity = rowCapacity;
        rowsAt = BatchLayout.rowsAt(capacity) * Integer.BYTES;
        doneAt = doneAt(capacity, rowCapacity);
        memory = new UnsafeBuffer(bytes);
        final int scoresAt = scoresAt(capacity, rowCapacity);
        scores = bytes.slice(scoresAt, doneAt - scoresAt).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        newestRow = new int[capacity];
        newestIn = new long[capacity];
        slots = new int[rowCapacity];
        memory.setMemory(0, memory.capacity(), (byte) 0);
    }

    /** Byte offset of the scores. */
    static int scoresAt(final int capacity, final int rowCapacity) {
        return BitUtil.align(BatchLayout.words(capacity, rowCapacity) * Integer.BYTES, BitUtil.CACHE_LINE_LENGTH);
    }

    /** Byte offset of the word that becomes the batch's sequence. */
    static int doneAt(final int capacity, final int rowCapacity) {
        return BitUtil.align(scoresAt(capacity, rowCapacity) + rowCapacity * SignalResults.ROW_SCORES * Float.BYTES,
            BitUtil.CACHE_LINE_LENGTH);
    }

    static int bytes(final int capacity, final int rowCapacity) {
        return doneAt(capacity, rowCapacity) + BitUtil.CACHE_LINE_LENGTH;
    }

    /**
     * Empties it. No earlier batch of this memory may be on its way.
     *
     * @param batchSequence above 0, and of no earlier batch
     */
    void begin(final long batchSequence) {
        sequence = batchSequence;
        rows = 0;
        groups = 0;
        sweeps = 0;
        takenRows = 0;
        appendedRows = 0;
    }

    boolean fits(final Sweep sweep) {
        return rows + sweep.count() <= rowCapacity;
    }

    /** Copies the sweep's rows behind those that are there. */
    void add(final Sweep sweep) {
        final int count = sweep.count();
        for (int i = 0; i < count; i++) {
            final int slot = sweep.slot(i);
            final int at = rowAt(rows);
            memory.putBytes(at, sweep.rows(), i * RowLayout.ROW_BYTES, SIGNAL_BYTES);
            memory.putInt(at + BatchLayout.ROW_NEXT * Integer.BYTES, NO_ROW, ByteOrder.LITTLE_ENDIAN);
            memory.putInt(at + BatchLayout.ROW_FLAGS * Integer.BYTES, sweep.restart(i) ? BatchLayout.ROW_RESTART : 0,
                ByteOrder.LITTLE_ENDIAN);
            link(slot);
            slots[rows] = slot;
            rows++;
        }
        sweeps++;
    }

    private void link(final int slot) {
        if (newestIn[slot] == sequence) {
            memory.putInt(rowAt(newestRow[slot]) + BatchLayout.ROW_NEXT * Integer.BYTES, rows, ByteOrder.LITTLE_ENDIAN);
        } else {
            final int at = BatchLayout.HEADER_WORDS * Integer.BYTES + groups * GROUP_BYTES;
            memory.putInt(at + BatchLayout.GROUP_SLOT * Integer.BYTES, slot, ByteOrder.LITTLE_ENDIAN);
            memory.putInt(at + BatchLayout.GROUP_FIRST_ROW * Integer.BYTES, rows, ByteOrder.LITTLE_ENDIAN);
            groups++;
            newestIn[slot] = sequence;
        }
        newestRow[slot] = rows;
    }

    /** Makes it ready for the device. */
    void seal() {
        memory.putInt(BatchLayout.HEADER_ROW_COUNT * Integer.BYTES, rows, ByteOrder.LITTLE_ENDIAN);
        memory.putInt(BatchLayout.HEADER_GROUP_COUNT * Integer.BYTES, groups, ByteOrder.LITTLE_ENDIAN);
        memory.putLong(BatchLayout.HEADER_SEQUENCE * Integer.BYTES, sequence, ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether the device has written all scores. */
    boolean done() {
        return memory.getLongVolatile(doneAt) == sequence;
    }

    /** The scores of the oldest sweep whose scores were not taken: {@code count} rows. */
    void take(final int count, final SignalResults results) {
        results.scores(scores, takenRows * SignalResults.ROW_SCORES, count);
        takenRows += count;
        sweeps--;
    }

    /**
     * Appends rows whose scores were taken to the host's windows, the next {@code most} that are not there.
     *
     * @return whether there were any
     */
    boolean appendTaken(final CpuBackend host, final int most) {
        final int end = (int) Math.min(takenRows, (long) appendedRows + most);
        final boolean any = appendedRows < end;
        for (; appendedRows < end; appendedRows++) {
            final int at = rowAt(appendedRows);
            oneRow.begin(0, 0);
            final boolean restart = memory.getInt(at + BatchLayout.ROW_FLAGS * Integer.BYTES, ByteOrder.LITTLE_ENDIAN) != 0;
            oneRow.rows().putBytes(oneRow.add(slots[appendedRows], restart), memory, at, SIGNAL_BYTES);
            host.append(oneRow);
        }
        return any;
    }

    int rows() {
        return rows;
    }

    /** Sweeps in it whose scores were not taken. */
    int sweeps() {
        return sweeps;
    }

    private int rowAt(final int row) {
        return rowsAt + row * ROW_BYTES;
    }
}
