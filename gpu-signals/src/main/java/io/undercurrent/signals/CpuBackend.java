package io.undercurrent.signals;

import java.nio.ByteBuffer;

/**
 * The fast computation of the signals on the calling thread. A slot's window, 1.4 MB, is allocated when its first row comes; after
 * that nothing is.
 */
public final class CpuBackend implements SignalBackend, WindowSource {
    private static final CpuWindow[] NO_WINDOWS = new CpuWindow[0];

    private final int rowMs;
    private final CpuEvaluation evaluation;
    private CpuWindow[] windows;
    /** Offered and not yet polled; null: nothing. */
    private Sweep held;

    /**
     * @param capacity number of slots
     * @param rowMs interval of a row in milliseconds
     */
    public CpuBackend(final int capacity, final int rowMs) {
        if (rowMs <= 0) {
            throw new IllegalArgumentException("rowMs is " + rowMs + "; it must be positive");
        }
        this.rowMs = rowMs;
        windows = new CpuWindow[capacity];
        evaluation = new CpuEvaluation();
    }

    @Override
    public String name() {
        return "cpu";
    }

    @Override
    public boolean offer(final Sweep sweep) {
        if (held != null) {
            return false;
        }
        held = sweep;
        return true;
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public boolean poll(final SignalResults results) {
        if (held == null) {
            return false;
        }
        final int count = held.count();
        for (int i = 0; i < count; i++) {
            final CpuWindow window = window(held.slot(i));
            window.append(held, i);
            evaluation.evaluate(window, results, i);
        }
        held = null;
        return true;
    }

    /** Takes the sweep's rows into the windows without evaluating them. */
    public void append(final Sweep sweep) {
        for (int i = 0; i < sweep.count(); i++) {
            window(sweep.slot(i)).append(sweep, i);
        }
    }

    /**
     * What the forests read at the newest row of a window, in the order of {@link Forest#inputs}. For fitting them; it allocates.
     *
     * @return empty: no signal is available
     * @throws NullPointerException the slot has had no row
     */
    public float[] inputs(final int slot, final SignalSide side) {
        return evaluation.inputs(windows[slot], side);
    }

    @Override
    public boolean copyWindow(final int slot, final ByteBuffer memory) {
        if (windows[slot] == null) {
            return false;
        }
        windows[slot].copyTo(memory);
        return true;
    }

    /** Coarse buckets whose flow or change had to be clipped for the impact residual, over all windows since their creation. */
    public long clippedBuckets() {
        long clipped = 0;
        for (final CpuWindow window : windows) {
            clipped += window == null ? 0 : window.clippedBuckets();
        }
        return clipped;
    }

    private CpuWindow window(final int slot) {
        CpuWindow window = windows[slot];
        if (window == null) {
            window = new CpuWindow(rowMs);
            windows[slot] = window;
        }
        return window;
    }

    @Override
    public void close() {
        windows = NO_WINDOWS;
    }
}
