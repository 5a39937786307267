package io.undercurrent.signals.cuda;

import io.undercurrent.kernels.KernelImage;
import io.undercurrent.signals.WindowLayout;
import java.util.Optional;

/**
 * What there is of CUDA on this machine.
 *
 * @param gpu the first GPU; empty: there is none that can be asked
 * @param kernels the kernels that came with this build
 * @param problem why it cannot be used and what to do about it, in one line; empty: it can
 */
public record CudaProbe(Optional<Gpu> gpu, KernelImage kernels, Optional<String> problem) {
    /**
     * A GPU.
     *
     * @param capability compute capability: major version times ten, plus the minor
     * @param driverVersion the CUDA version that the driver knows: thousand times the major version, plus ten times the minor
     */
    public record Gpu(String name, int capability, int multiprocessors, int driverVersion, long totalBytes, long freeBytes) {
        /** How many instruments' windows fit into the memory that is free. */
        public long instruments() {
            return freeBytes / WindowLayout.WINDOW_BYTES;
        }
    }

    /** Looks, and loads the kernels as a backend would. Holds nothing afterwards. The calling thread must not own a backend. */
    public static CudaProbe run() {
        final KernelImage image = KernelImage.bundled();
        Optional<Gpu> gpu = Optional.empty();
        try {
            final CudaContext context = CudaContext.open();
            try {
                gpu = Optional.of(new Gpu(context.name(), context.capability(), context.multiprocessors(), context.driverVersion(),
                    context.totalBytes(), context.freeBytes()));
                CudaFailure.check("cuModuleUnload", Kernels.load(image).unload());
            } finally {
                context.release();
            }
            return new CudaProbe(gpu, image, Optional.empty());
        } catch (final CudaFailure e) {
            return new CudaProbe(gpu, image, Optional.of(e.getMessage()));
        }
    }
}
