package io.undercurrent.signals.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.RowLayout;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.SignalSide;
import io.undercurrent.signals.Sweep;
import io.undercurrent.signals.Sweeps;
import io.undercurrent.signals.WindowLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.junit.jupiter.api.Test;

/** A batch's words, as the kernels read them. */
class BatchTest {
    private static final int CAPACITY = 9;
    private static final int ROWS = 6;

    private final ByteBuffer memory = BufferUtil.allocateDirectAligned(Batch.bytes(CAPACITY, ROWS), BitUtil.CACHE_LINE_LENGTH)
        .order(ByteOrder.LITTLE_ENDIAN);
    private final Batch batch = new Batch(memory, CAPACITY, ROWS);

    private static void add(final Sweep sweep, final int slot, final boolean restart, final int value) {
        final int[] row = new int[RowLayout.SIGNAL_COLUMNS];
        Arrays.fill(row, value);
        Sweeps.add(sweep, slot, restart, row);
    }

    private static Sweep sweep() {
        final Sweep sweep = new Sweep(CAPACITY);
        sweep.begin(0, 0);
        return sweep;
    }

    private int word(final int index) {
        return memory.getInt(index * Integer.BYTES);
    }

    private int row(final int row, final int word) {
        return word(BatchLayout.rowsAt(CAPACITY) + row * BatchLayout.ROW_WORDS + word);
    }

    private int group(final int group, final int word) {
        return word(BatchLayout.HEADER_WORDS + group * BatchLayout.GROUP_WORDS + word);
    }

    @Test
    void chainsTheRowsOfAnInstrumentInTheOrderOfTheSweeps() {
        final Sweep first = sweep();
        add(first, 7, true, 10);
        add(first, 2, false, 11);
        final Sweep second = sweep();
        add(second, 2, false, 20);
        final Sweep third = sweep();
        add(third, 2, true, 30);
        add(third, 7, false, 31);
        batch.begin(77);
        batch.add(first);
        batch.add(second);
        batch.add(third);
        batch.seal();

        assertEquals(5, word(BatchLayout.HEADER_ROW_COUNT));
        assertEquals(2, word(BatchLayout.HEADER_GROUP_COUNT));
        assertEquals(77, memory.getLong(BatchLayout.HEADER_SEQUENCE * Integer.BYTES));
        assertEquals(7, group(0, BatchLayout.GROUP_SLOT));
        assertEquals(0, group(0, BatchLayout.GROUP_FIRST_ROW));
        assertEquals(2, group(1, BatchLayout.GROUP_SLOT));
        assertEquals(1, group(1, BatchLayout.GROUP_FIRST_ROW));
        assertRow(0, 10, 4, BatchLayout.ROW_RESTART);
        assertRow(1, 11, 2, 0);
        assertRow(2, 20, 3, 0);
        assertRow(3, 30, -1, BatchLayout.ROW_RESTART);
        assertRow(4, 31, -1, 0);
    }

    private void assertRow(final int row, final int value, final int next, final int flags) {
        for (int c = 0; c < RowLayout.SIGNAL_COLUMNS; c++) {
            assertEquals(value, row(row, c));
        }
        assertEquals(next, row(row, BatchLayout.ROW_NEXT), "next of row " + row);
        assertEquals(flags, row(row, BatchLayout.ROW_FLAGS), "flags of row " + row);
    }

    @Test
    void aNewBatchKnowsNothingOfTheOneBefore() {
        final Sweep sweep = sweep();
        add(sweep, 3, false, 1);
        batch.begin(1);
        batch.add(sweep);
        batch.seal();
        batch.begin(5);
        assertEquals(0, batch.sweeps());
        batch.add(sweep);
        batch.seal();
        assertEquals(1, word(BatchLayout.HEADER_ROW_COUNT));
        assertEquals(1, word(BatchLayout.HEADER_GROUP_COUNT));
        assertRow(0, 1, -1, 0);
    }

    @Test
    void hasRoomForAsManyRowsAsWasSaid() {
        final Sweep sweep = sweep();
        for (int slot = 0; slot < ROWS - 1; slot++) {
            add(sweep, slot, false, slot);
        }
        final Sweep one = sweep();
        add(one, 0, false, 0);
        batch.begin(1);
        batch.add(sweep);
        assertTrue(batch.fits(one));
        assertFalse(batch.fits(sweep));
        batch.add(one);
        assertFalse(batch.fits(one));
        assertTrue(batch.fits(sweep()), "a sweep without rows");
    }

    @Test
    void isDoneWhenTheDeviceHasWrittenItsSequence() {
        batch.begin(40);
        final int done = Batch.doneAt(CAPACITY, ROWS);
        assertFalse(batch.done());
        memory.putLong(done, 39);
        assertFalse(batch.done());
        memory.putLong(done, 40);
        assertTrue(batch.done());
    }

    @Test
    void givesTheScoresSweepBySweepAndKeepsTheRowsForTheHost() {
        final int at = Batch.scoresAt(CAPACITY, ROWS);
        for (int i = 0; i < ROWS * SignalResults.ROW_SCORES; i++) {
            memory.putFloat(at + i * Float.BYTES, i);
        }
        final Sweep first = sweep();
        add(first, 7, true, 10);
        add(first, 2, false, 11);
        final Sweep second = sweep();
        add(second, 2, true, 20);
        add(second, 4, false, 21);
        add(second, 7, false, 22);
        batch.begin(3);
        batch.add(first);
        batch.add(second);
        final SignalResults results = new SignalResults(CAPACITY);
        try (CpuBackend host = new CpuBackend(CAPACITY, 1_000)) {
            assertFalse(batch.appendTaken(host, 9), "no scores were taken");
            batch.take(2, results);
            assertEquals(1, batch.sweeps());
            assertTrue(batch.appendTaken(host, 9));
            assertFalse(batch.appendTaken(host, 9));
            assertSameWindows(host, first);
            batch.take(3, results);
            assertEquals(0, batch.sweeps());
            assertTrue(batch.appendTaken(host, 2));
            assertTrue(batch.appendTaken(host, 2));
            assertFalse(batch.appendTaken(host, 2));
            assertSameWindows(host, first, second);
        }
        assertEquals(20, results.score(0, SignalSide.ACCUMULATION, Signal.ABSORPTION));
        assertEquals(24, results.score(0, SignalSide.ACCUMULATION, Signal.CONTRACTION));
        assertEquals(25, results.score(0, SignalSide.DISTRIBUTION, Signal.ABSORPTION));
        assertEquals(49, results.score(2, SignalSide.DISTRIBUTION, Signal.CONTRACTION));
        assertTrue(Float.isNaN(results.score(3, SignalSide.ACCUMULATION, Signal.ABSORPTION)));
    }

    /** As if the sweeps had been appended themselves. */
    private static void assertSameWindows(final CpuBackend host, final Sweep... sweeps) {
        try (CpuBackend expected = new CpuBackend(CAPACITY, 1_000)) {
            for (final Sweep sweep : sweeps) {
                expected.append(sweep);
            }
            for (int slot = 0; slot < CAPACITY; slot++) {
                final ByteBuffer right = ByteBuffer.allocate(WindowLayout.WINDOW_BYTES);
                final ByteBuffer actual = ByteBuffer.allocate(WindowLayout.WINDOW_BYTES);
                assertEquals(expected.copyWindow(slot, right), host.copyWindow(slot, actual), "slot " + slot);
                assertEquals(right, actual, "slot " + slot);
            }
        }
    }

    @Test
    void aBlockHasTheThreadsThatTheKernelIsMadeFor() throws Exception {
        final String tuning = Files.readString(Path.of("../cuda-kernels/src/main/cuda/tuning_evaluate_batch.cuh"));
        assertTrue(tuning.contains("constexpr int WARPS = " + Kernels.BLOCK_THREADS / 32 + ";"), tuning);
        assertTrue(tuning.contains("constexpr int THREADS = WARPS * 32;"), tuning);
    }
}
