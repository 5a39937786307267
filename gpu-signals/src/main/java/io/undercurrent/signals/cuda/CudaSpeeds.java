package io.undercurrent.signals.cuda;

import static jcuda.driver.JCudaDriver.*;

import jcuda.Pointer;
import jcuda.driver.CUstream;

/**
 * What this GPU and its link can do, measured: figures to hold a kernel against.
 *
 * @param copyBytesPerSecond read and written by copies within device memory, the best of several
 * @param uploadBytesPerSecond from pinned host memory
 * @param downloadBytesPerSecond to pinned host memory
 * @param callNs a call through JCuda that asks the driver for an event, which is the least a call can cost
 */
public record CudaSpeeds(double copyBytesPerSecond, double uploadBytesPerSecond, double downloadBytesPerSecond, double callNs) {
    private static final int REPEATS = 10;
    private static final int CALLS = 20_000;
    private static final int NON_BLOCKING = 1;
    private static final double SECOND_NS = 1e9;

    /** An asynchronous copy. */
    @FunctionalInterface
    private interface Copy {
        int start(CUstream stream);
    }

    /** @param bytes of one copy; far more than the caches hold */
    public static CudaSpeeds measure(final long bytes) throws CudaFailure {
        final Releases releases = new Releases();
        try {
            final CudaContext context = CudaContext.open();
            releases.add("cuDevicePrimaryCtxRelease", context::release);
            final CUstream stream = new CUstream();
            CudaFailure.check("cuStreamCreate", cuStreamCreate(stream, NON_BLOCKING));
            releases.add("cuStreamDestroy", () -> cuStreamDestroy(stream));
            final CudaEvents events = new CudaEvents(2, releases);
            final DeviceAddress from = allocate(bytes, releases);
            final DeviceAddress to = allocate(bytes, releases);
            final Pointer host = new Pointer();
            CudaFailure.check("cuMemHostAlloc of " + bytes + " bytes", cuMemHostAlloc(host, bytes, 0));
            releases.add("cuMemFreeHost", () -> cuMemFreeHost(host));
            final double upload = best(events, stream, s -> cuMemcpyHtoDAsync(from, host, bytes, s));
            final double copy = best(events, stream, s -> cuMemcpyDtoDAsync(to, from, bytes, s));
            final double download = best(events, stream, s -> cuMemcpyDtoHAsync(host, to, bytes, s));
            return new CudaSpeeds(2 * bytes * SECOND_NS / copy, bytes * SECOND_NS / upload, bytes * SECOND_NS / download, callNs(events));
        } finally {
            releases.run();
        }
    }

    private static DeviceAddress allocate(final long bytes, final Releases releases) throws CudaFailure {
        final DeviceAddress memory = new DeviceAddress();
        CudaFailure.check("cuMemAlloc of " + bytes + " bytes", cuMemAlloc(memory, bytes));
        releases.add("cuMemFree", () -> cuMemFree(memory));
        return memory;
    }

    private static double best(final CudaEvents events, final CUstream stream, final Copy copy) throws CudaFailure {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            events.mark(0, stream);
            CudaFailure.check("an asynchronous copy", copy.start(stream));
            events.mark(1, stream);
            events.await(1);
            best = Math.min(best, events.betweenNs(0, 1));
        }
        return best;
    }

    private static double callNs(final CudaEvents events) throws CudaFailure {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            final long start = System.nanoTime();
            for (int call = 0; call < CALLS; call++) {
                CudaFailure.check("cuEventQuery", events.query(1));
            }
            best = Math.min(best, (double) (System.nanoTime() - start) / CALLS);
        }
        return best;
    }
}
