package io.undercurrent.engine.signal;

import io.undercurrent.engine.EngineException;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.ReferenceBackend;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.cuda.CudaBackend;
import io.undercurrent.signals.cuda.CudaOpening;
import io.undercurrent.signals.cuda.CudaOptions;

/** Makes the backend that the configuration names, or chooses one. */
public final class Backends {
    /** Rows of a launch, at least: so that sweeps of few instruments travel together. About 2 MB a buffer. */
    private static final int MIN_BATCH_ROWS = 8_192;

    private Backends() {
    }

    /**
     * For the instruments and rows of the configuration.
     *
     * @throws EngineException CUDA is asked for and can't be used
     */
    public static ChosenBackend choose(final Config config) {
        return switch (config.text(Setting.SIGNALS_BACKEND)) {
            case "reference" -> ChosenBackend.asConfigured(new ReferenceBackend(config.integer(Setting.ROWS_INTERVAL_MS)));
            case "cpu" -> ChosenBackend.asConfigured(cpu(config));
            case "cuda" -> switch (CudaBackend.open(cudaOptions(config))) {
                case CudaOpening.Opened(var backend) -> ChosenBackend.asConfigured(backend);
                case CudaOpening.Refused(var reason) -> throw new EngineException(Setting.SIGNALS_BACKEND.key()
                        + " is cuda, which cannot be used: " + reason);
            };
            default -> automatic(config);
        };
    }

    private static ChosenBackend automatic(final Config config) {
        final int instruments = config.integer(Setting.SIGNALS_MAX_INSTRUMENTS);
        final int worthIt = config.integer(Setting.SIGNALS_CUDA_FROM_INSTRUMENTS);
        if (instruments < worthIt) {
            return new ChosenBackend(cpu(config), instruments + " instruments at most, and a GPU is for " + worthIt + " and more: "
                    + Setting.SIGNALS_CUDA_FROM_INSTRUMENTS.key());
        }
        return switch (CudaBackend.open(cudaOptions(config))) {
            case CudaOpening.Opened(var backend) -> new ChosenBackend(backend, "there is a GPU");
            case CudaOpening.Refused(var reason) -> new ChosenBackend(cpu(config), reason);
        };
    }

    private static SignalBackend cpu(final Config config) {
        return new CpuBackend(config.integer(Setting.SIGNALS_MAX_INSTRUMENTS), config.integer(Setting.ROWS_INTERVAL_MS));
    }

    private static CudaOptions cudaOptions(final Config config) {
        final int instruments = config.integer(Setting.SIGNALS_MAX_INSTRUMENTS);
        return new CudaOptions(instruments, config.integer(Setting.ROWS_INTERVAL_MS), Math.max(2 * instruments, MIN_BATCH_ROWS),
                config.integer(Setting.SIGNALS_CUDA_BUFFERS), powerOfTwo(SweepQueue.buffers(config)),
                config.integer(Setting.SIGNALS_CUDA_DEADLINE_MS));
    }

    private static int powerOfTwo(final int atLeast) {
        return Integer.highestOneBit(2 * atLeast - 1);
    }
}
