package io.undercurrent.engine.counters;

/** Values of {@link EngineCounter#STATE}. A killed engine leaves the one that it was in. */
public enum EngineState {
    /** Reads a run that was not closed in order. */
    RECOVERS(1),
    /** Takes events. */
    READY(2),
    ENDED(3);

    private final long value;

    EngineState(final long value) {
        this.value = value;
    }

    public long value() {
        return value;
    }
}
