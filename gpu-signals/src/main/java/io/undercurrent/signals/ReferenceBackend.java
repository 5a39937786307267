package io.undercurrent.signals;

import java.util.HashMap;
import java.util.Map;

/** The slow, plain computation of the signals: the oracle of the others. Allocates freely; not for live use. */
public final class ReferenceBackend implements SignalBackend {
    private final Map<Integer, ReferenceWindow> windows = new HashMap<>();
    private final int rowMs;

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
    public void evaluate(final Sweep sweep, final SignalResults results) {
        append(sweep);
        for (int i = 0; i < sweep.count(); i++) {
            for (final SignalSide side : SignalSide.values()) {
                final ReferenceEvaluation evaluation = new ReferenceEvaluation(windows.get(sweep.slot(i)), side, rowMs);
                for (final Signal signal : Signal.values()) {
                    results.score(i, side, signal, evaluation.score(signal));
                }
            }
        }
    }

    /** Takes the sweep's rows into the windows without evaluating them. */
    public void append(final Sweep sweep) {
        for (int i = 0; i < sweep.count(); i++) {
            windows.computeIfAbsent(sweep.slot(i), slot -> new ReferenceWindow()).append(sweep, i);
        }
    }

    @Override
    public void close() {
        windows.clear();
    }
}
