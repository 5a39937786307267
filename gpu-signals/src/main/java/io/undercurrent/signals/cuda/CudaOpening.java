package io.undercurrent.signals.cuda;

/** What came of opening a {@link CudaBackend}. */
public sealed interface CudaOpening {
    /** It is open. */
    record Opened(CudaBackend backend) implements CudaOpening {
    }

    /**
     * There is none.
     *
     * @param reason one line: why, and what to do about it
     */
    record Refused(String reason) implements CudaOpening {
    }
}
