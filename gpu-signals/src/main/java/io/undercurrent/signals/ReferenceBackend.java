package io.undercurrent.signals;

import java.util.HashMap;
import java.util.Map;

/** The slow, plain computation of the signals: the oracle of the others. Allocates freely; not for live use. */
public final class ReferenceBackend implements SignalBackend {
    private final Map<Integer, ReferenceWindow> windows = new HashMap<>();
    private final int rowMs;
    /** Offered and not yet polled; null: nothing. */
    private Sweep held;

    /** @param rowMs interval of a row in milliseconds */
    public ReferenceBackend(final int rowMs) {
        if (rowMs <= 0) {
            throw new IllegalArgumentException("rowMs is " + rowMs + "; it must be positive");
        }
        this.rowMs = rowMs;
    }

    @Override
    public String name() {
        return "reference";
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
        append(held);
        for (int i = 0; i < held.count(); i++) {
            for (final SignalSide side : SignalSide.values()) {
                final ReferenceEvaluation evaluation = new ReferenceEvaluation(windows.get(held.slot(i)), side, rowMs);
                for (final Signal signal : Signal.values()) {
                    results.score(i, side, signal, evaluation.score(signal));
                }
            }
        }
        held = null;
        return true;
    }

    /** Takes the sweep's rows into the windows without evaluating them. */
    public void append(final Sweep sweep) {
        for (int i = 0; i < sweep.count(); i++) {
            windows.computeIfAbsent(sweep.slot(i), slot -> new ReferenceWindow()).append(sweep, i);
        }
    }

    /**
     * What a score of the newest row rests on.
     *
     * @param slot of a window that has rows
     */
    public Explanation explain(final int slot, final SignalSide side, final Signal signal) {
        return new ReferenceEvaluation(windows.get(slot), side, rowMs).explain(signal);
    }

    @Override
    public void close() {
        windows.clear();
    }
}
