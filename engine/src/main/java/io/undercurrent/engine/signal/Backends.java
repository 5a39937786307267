package io.undercurrent.engine.signal;

import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.ReferenceBackend;
import io.undercurrent.signals.SignalBackend;

/** Makes the backend that the configuration names. */
public final class Backends {
    private Backends() {
    }

    /** @param name {@code auto}, {@code cpu} or {@code reference} */
    public static SignalBackend create(final String name, final int capacity, final int rowMs) {
        return switch (name) {
            case "auto", "cpu" -> new CpuBackend(capacity, rowMs);
            case "reference" -> new ReferenceBackend(rowMs);
            default -> throw new IllegalArgumentException("no backend '" + name + "'");
        };
    }
}
