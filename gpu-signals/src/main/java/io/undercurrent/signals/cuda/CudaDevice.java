package io.undercurrent.signals.cuda;

import static jcuda.driver.JCudaDriver.*;

import io.undercurrent.kernels.KernelImage;
import io.undercurrent.signals.WindowLayout;
import io.undercurrent.signals.WindowSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.LongSupplier;
import jcuda.Pointer;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;

/**
 * What stands on the GPU's side: the windows of all slots, the batch buffers, a launch for each, the stream in which launches follow each
 * other. Allocates nothing after it is open. One thread at a time.
 */
final class CudaDevice {
    /** Of the empty batch that goes through every buffer at the start; those that come later have higher ones. */
    static final long START_SEQUENCE = 1;

    private static final int NON_BLOCKING = 1;
    private static final int MAPPED = 2;
    /** Behind the windows: the kernel's count of blocks that are done. */
    private static final int COUNTER_BYTES = 256;
    /** What starting may take: the driver prepares a kernel at its first launch. */
    private static final long START_NS = 10_000_000_000L;

    private final CudaOptions options;
    private final LongSupplier nanoClock;
    private final Releases releases = new Releases();
    private final CUstream stream = new CUstream();
    private final DeviceAddress windows = new DeviceAddress();
    private final Pointer staging = new Pointer();
    private final Batch[] batches;
    private final BatchGraph[] graphs;
    private final CudaContext context;
    private boolean released;

    private CudaDevice(final CudaOptions options, final LongSupplier nanoClock, final CudaContext context) {
        this.options = options;
        this.nanoClock = nanoClock;
        this.context = context;
        batches = new Batch[options.buffers()];
        graphs = new BatchGraph[options.buffers()];
    }

    /**
     * Empty windows on the first GPU; an empty batch has gone through every buffer, so that the driver has nothing left to prepare.
     *
     * @throws CudaFailure why not; nothing is held then
     */
    static CudaDevice open(final CudaOptions options, final LongSupplier nanoClock) throws CudaFailure {
        final CudaDevice device = new CudaDevice(options, nanoClock, CudaContext.open());
        device.releases.add("cuDevicePrimaryCtxRelease", device.context::release);
        try {
            device.start();
            return device;
        } catch (final CudaFailure e) {
            device.release(START_NS);
            throw e;
        }
    }

    private void start() throws CudaFailure {
        final Kernels kernels = Kernels.load(KernelImage.bundled());
        releases.add("cuModuleUnload", kernels::unload);
        CudaFailure.check("cuStreamCreate", cuStreamCreate(stream, NON_BLOCKING));
        releases.add("cuStreamDestroy", () -> cuStreamDestroy(stream));
        CudaFailure.check("cuMemAlloc of " + neededBytes() + " bytes for the windows", allocateWindows());
        releases.add("cuMemFree", () -> cuMemFree(windows));
        pinned(staging, WindowLayout.WINDOW_BYTES);
        final int blocks = Math.min(options.capacity(), context.multiprocessors() * kernels.blocksPerMultiprocessor());
        for (int b = 0; b < batches.length; b++) {
            addBatch(b, kernels, blocks);
        }
        clearWindows();
        for (int b = 0; b < batches.length; b++) {
            batches[b].begin(START_SEQUENCE);
            batches[b].seal();
            CudaFailure.check("cuGraphLaunch", launch(b));
        }
        awaitIdle(START_NS);
        for (final Batch batch : batches) {
            if (!batch.done()) {
                throw new CudaFailure("the kernel ended without a result");
            }
        }
    }

    private long neededBytes() {
        return (long) options.capacity() * WindowLayout.WINDOW_BYTES + COUNTER_BYTES;
    }

    private int allocateWindows() throws CudaFailure {
        final long free = context.freeBytes();
        if (neededBytes() > free) {
            throw new CudaFailure(options.capacity() + " instruments need " + neededBytes() + " bytes of device memory, and " + free
                + " are free: at most " + Math.max(0, free - COUNTER_BYTES) / WindowLayout.WINDOW_BYTES + " instruments fit");
        }
        return cuMemAlloc(windows, neededBytes());
    }

    private void addBatch(final int b, final Kernels kernels, final int blocks) throws CudaFailure {
        final int bytes = Batch.bytes(options.capacity(), options.rowCapacity());
        final Pointer memory = new Pointer();
        pinned(memory, bytes);
        final DeviceAddress seen = new DeviceAddress();
        CudaFailure.check("cuMemHostGetDevicePointer", cuMemHostGetDevicePointer(seen, memory, 0));
        batches[b] = new Batch(memory.getByteBuffer(0, bytes), options.capacity(), options.rowCapacity());
        final BatchGraph graph = BatchGraph.of(kernels, blocks, windows.value(), options.capacity(), options.rowMs(), seen.value(),
            seen.value() + Batch.scoresAt(options.capacity(), options.rowCapacity()),
            seen.value() + Batch.doneAt(options.capacity(), options.rowCapacity()), counter().value());
        releases.add("cuGraphExecDestroy", graph::destroy);
        graphs[b] = graph;
    }

    private void pinned(final Pointer memory, final long bytes) throws CudaFailure {
        CudaFailure.check("cuMemHostAlloc of " + bytes + " bytes", cuMemHostAlloc(memory, bytes, MAPPED));
        releases.add("cuMemFreeHost", () -> cuMemFreeHost(memory));
    }

    private DeviceAddress counter() {
        return windows.plus((long) options.capacity() * WindowLayout.WINDOW_BYTES);
    }

    private void clearWindows() throws CudaFailure {
        CudaFailure.check("cuMemsetD8Async", cuMemsetD8Async(windows, (byte) 0, neededBytes(), stream));
    }

    /** Makes the windows those of the source. Waits until what is under way has ended, and for the copies. */
    void load(final WindowSource source) throws CudaFailure {
        CudaFailure.check("cuCtxSetCurrent", context.adopt());
        awaitIdle(options.deadlineMs() * 1_000_000L);
        clearWindows();
        final ByteBuffer window = staging.getByteBuffer(0, WindowLayout.WINDOW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int slot = 0; slot < options.capacity(); slot++) {
            if (source.copyWindow(slot, window)) {
                final DeviceAddress to = windows.plus((long) slot * WindowLayout.WINDOW_BYTES);
                CudaFailure.check("cuMemcpyHtoDAsync", cuMemcpyHtoDAsync(to, staging, WindowLayout.WINDOW_BYTES, stream));
                awaitIdle(START_NS);
            }
        }
        awaitIdle(START_NS);
    }

    /** Where launches follow each other. */
    CUstream stream() {
        return stream;
    }

    /** By buffer. Not to be changed. */
    Batch[] batches() {
        return batches;
    }

    Batch batch(final int b) {
        return batches[b];
    }

    /** Sends a sealed batch. Returns the driver's code. */
    int launch(final int b) {
        final int code = context.adopt();
        return code == CUresult.CUDA_SUCCESS ? graphs[b].launch(stream) : code;
    }

    /** Success: nothing is under way; {@link CUresult#CUDA_ERROR_NOT_READY}: something is; else what the driver complains of. */
    int query() {
        final int code = context.adopt();
        return code == CUresult.CUDA_SUCCESS ? cuStreamQuery(stream) : code;
    }

    private void awaitIdle(final long limitNs) throws CudaFailure {
        final int code = idleWithin(limitNs);
        if (code == CUresult.CUDA_ERROR_NOT_READY) {
            throw new CudaFailure("the GPU is not done after " + limitNs / 1_000_000L + " ms");
        }
        CudaFailure.check("cuStreamQuery", code);
    }

    private int idleWithin(final long limitNs) {
        final long start = nanoClock.getAsLong();
        int code = query();
        while (code == CUresult.CUDA_ERROR_NOT_READY && nanoClock.getAsLong() - start < limitNs) {
            Thread.onSpinWait();
            code = query();
        }
        return code;
    }

    /**
     * Gives everything back, unless something is still under way after {@code limitNs}: then giving back would wait for ever, and it is
     * left to the end of the process, or to the next try. Batches must not be touched afterwards.
     *
     * @return what went wrong
     */
    Optional<String> release(final long limitNs) {
        if (released) {
            return Optional.empty();
        }
        final int code = idleWithin(limitNs);
        if (code == CUresult.CUDA_ERROR_NOT_READY) {
            return Optional.of("a launch hangs, so the GPU's memory is left to the end of the process");
        }
        released = true;
        final Optional<String> problem = releases.run();
        return code == CUresult.CUDA_SUCCESS ? problem : Optional.of(CudaFailure.describe("cuStreamQuery", code));
    }
}
