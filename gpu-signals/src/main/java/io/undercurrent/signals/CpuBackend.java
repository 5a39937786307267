package io.undercurrent.signals;

/**
 * The fast computation of the signals on the calling thread. A slot's window, about 0.6 MB, is allocated when its first row comes; after
 * that nothing is.
 */
public final class CpuBackend implements SignalBackend {
    private static final CpuWindow[] NO_WINDOWS = new CpuWindow[0];

    private final int rowMs;
    private final CpuEvaluation evaluation;
    private CpuWindow[] windows;

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
    public void evaluate(final Sweep sweep, final SignalResults results) {
        final int count = sweep.count();
        for (int i = 0; i < count; i++) {
            final CpuWindow window = window(sweep.slot(i));
            window.append(sweep, i);
            evaluation.evaluate(window, results, i);
        }
    }

    /** Takes the sweep's rows into the windows without evaluating them. */
    public void append(final Sweep sweep) {
        for (int i = 0; i < sweep.count(); i++) {
            window(sweep.slot(i)).append(sweep, i);
        }
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
