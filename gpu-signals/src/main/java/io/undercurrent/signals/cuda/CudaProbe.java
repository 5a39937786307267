package io.undercurrent.signals.cuda;

import io.undercurrent.kernels.KernelImage;
import io.undercurrent.signals.WindowLayout;
import java.util.Optional;

/**
 * What there is of CUDA on this machine.
 *
 * @param problem why it cannot be used, in one line with the remedy; empty: it can be
 * @param gpu the first GPU; empty: none was found
 * @param image the kernels that came with this build
 */
public record CudaProbe(Optional<String> problem, Optional<Gpu> gpu, KernelImage image) {
    /**
     * A GPU as the driver describes it.
     *
     * @param driverVersion the CUDA version that the driver knows: thousand times the major version, plus ten times the minor
     * @param capability compute capability: ten times the major version, plus the minor
     */
    public record Gpu(String name, int driverVersion, int capability, int multiprocessors, long totalBytes, long freeBytes) {
        private static Gpu of(final CudaContext context) throws CudaFailure {
            return new Gpu(context.name(), context.driverVersion(), context.capability(), context.multiprocessors(), context.totalBytes(),
                context.freeBytes());
        }

        /** How many windows the free memory holds. */
        public long instrumentsThatFit() {
            return freeBytes / WindowLayout.WINDOW_BYTES;
        }
    }

    /** Looks, and loads the kernels to see whether that works. Holds nothing afterwards. */
    public static CudaProbe run() {
        final KernelImage image = KernelImage.bundled();
        final Releases releases = new Releases();
        Optional<Gpu> gpu = Optional.empty();
        Optional<String> problem = Optional.empty();
        try {
            final CudaContext context = CudaContext.open();
            releases.add("cuDevicePrimaryCtxRelease", context::release);
            gpu = Optional.of(Gpu.of(context));
            final Kernels kernels = Kernels.load(image);
            releases.add("cuModuleUnload", kernels::unload);
        } catch (final CudaFailure e) {
            problem = Optional.of(e.getMessage());
        }
        final Optional<String> unclean = releases.run();
        return new CudaProbe(problem.or(() -> unclean), gpu, image);
    }

    public boolean usable() {
        return problem.isEmpty();
    }
}
