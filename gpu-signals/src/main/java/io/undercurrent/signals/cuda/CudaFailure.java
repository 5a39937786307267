package io.undercurrent.signals.cuda;

import java.io.Serial;
import jcuda.driver.CUresult;

/** CUDA cannot be used, or can no longer. The message is one line: what, and what to do about it where that is known. */
public final class CudaFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    CudaFailure(final String message) {
        super(message);
    }

    /** @throws CudaFailure if a driver call's result is not success */
    static void check(final String call, final int code) throws CudaFailure {
        if (code != CUresult.CUDA_SUCCESS) {
            throw new CudaFailure(describe(call, code));
        }
    }

    static String describe(final String call, final int code) {
        final String remedy = switch (code) {
            case CUresult.CUDA_ERROR_OUT_OF_MEMORY -> ": free device or lockable host memory, or lower the number of instruments";
            case CUresult.CUDA_ERROR_NO_DEVICE -> ": is there a GPU, and does nvidia-smi see it?";
            case CUresult.CUDA_ERROR_UNSUPPORTED_PTX_VERSION, CUresult.CUDA_ERROR_NO_BINARY_FOR_GPU, CUresult.CUDA_ERROR_INVALID_PTX ->
                ": the driver is too old for the kernels, install 580 or newer";
            default -> "";
        };
        return call + " gave " + CUresult.stringFor(code) + remedy;
    }
}
