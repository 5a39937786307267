package io.undercurrent.engine.signal;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.ReferenceBackend;
import io.undercurrent.signals.SignalBackend;

/** Makes the backend that the configuration names. */
public final class Backends {
    private Backends() {
    }

    /** For the instruments and rows of the configuration. */
    public static SignalBackend create(final Config config) {
        final int rowMs = config.integer(Setting.ROWS_INTERVAL_MS);
        return switch (config.text(Setting.SIGNALS_BACKEND)) {
            case "reference" -> new ReferenceBackend(rowMs);
            default -> new CpuBackend(config.integer(Setting.SIGNALS_MAX_INSTRUMENTS), rowMs);
        };
    }
}
