package io.undercurrent.engine.signal;

import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.cuda.CudaBackend;

/** Shows what computes the signals, and how that does, to other threads and processes. The signals' thread writes. */
public final class BackendStatus {
    /** Values of {@link EngineCounter#SIGNALS_BACKEND}. */
    public static final int CPU_AFTER_CUDA = 4;

    private static final int OTHER = 0;
    private static final int CPU = 1;
    private static final int CUDA = 2;
    private static final int REFERENCE = 3;

    private final SignalBackend backend;
    private final CountersFile counters;
    private volatile String problem = "";

    public BackendStatus(final SignalBackend backend, final CountersFile counters) {
        this.backend = backend;
        this.counters = counters;
        counters.counter(EngineCounter.SIGNALS_BACKEND).setRelease(switch (backend.name()) {
            case "cpu" -> CPU;
            case "cuda" -> CUDA;
            case "reference" -> REFERENCE;
            default -> OTHER;
        });
    }

    /** Makes visible how it stands now. */
    void write() {
        if (backend instanceof final CudaBackend cuda) {
            counters.counter(EngineCounter.CUDA_LAUNCHES).setRelease(cuda.batches());
            counters.counter(EngineCounter.CUDA_SWEEPS).setRelease(cuda.deviceSweeps());
            counters.counter(EngineCounter.CUDA_FAILURES).setRelease(cuda.deviceFailures());
            if (problem.isEmpty()) {
                problem = cuda.reason();
            }
            if (cuda.deviceFailures() > 0 && cuda.state() == CudaBackend.State.CPU) {
                counters.counter(EngineCounter.SIGNALS_BACKEND).setRelease(CPU_AFTER_CUDA);
            }
        }
    }

    /** Why the GPU was given up or, once the backend is closed, could not be given back, in one line; empty: all is well. Any thread. */
    public String problem() {
        return problem;
    }
}
