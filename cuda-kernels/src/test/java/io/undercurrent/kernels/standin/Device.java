package io.undercurrent.kernels.standin;

import static jcuda.driver.JCudaDriver.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;

/** The stand-in driver as new, with a context, the tests' kernels and a stream of its own: what most tests start from. */
final class Device {
    static final int NON_BLOCKING = 1;
    private static final StandIn DRIVER = StandIn.folder().map(folder -> StandIn.load()).orElse(null);

    final CUmodule module = new CUmodule();
    final CUstream stream = new CUstream();

    private Device(final String kernels) {
        start();
        ok(cuModuleLoad(module, tests().resolve(kernels).toString()));
        ok(cuStreamCreate(stream, NON_BLOCKING));
    }

    /** The driver after a reset; without one the test is skipped. */
    static StandIn driver() {
        if (DRIVER == null) {
            System.out.println("skipped: the stand-in driver is not built: g++ is missing");
            abort("the stand-in driver is not built: g++ is missing");
        }
        DRIVER.reset();
        return DRIVER;
    }

    static Device open() {
        return new Device("test-kernels.so");
    }

    /** With kernels that may be interrupted at every access to memory, under a seed. */
    static Device interleaved() {
        return new Device("test-kernels-interleaved.so");
    }

    static Path tests() {
        return StandIn.folder().orElseThrow().resolveSibling("stand-in-tests");
    }

    /** Initialises CUDA and makes the primary context current. */
    static void start() {
        ok(cuInit(0));
        adopt();
    }

    static void adopt() {
        final CUdevice device = new CUdevice();
        ok(cuDeviceGet(device, 0));
        final CUcontext context = new CUcontext();
        ok(cuDevicePrimaryCtxRetain(context, device));
        ok(cuCtxSetCurrent(context));
    }

    static void ok(final int result) {
        assertEquals("CUDA_SUCCESS", CUresult.stringFor(result));
    }

    CUfunction kernel(final String name) {
        final CUfunction function = new CUfunction();
        ok(cuModuleGetFunction(function, module, name));
        return function;
    }

    /** Launches, and waits for the end. Returns the result of either. */
    int run(final String kernel, final int blocks, final int threads, final Pointer... arguments) {
        final int launched = launch(kernel, blocks, threads, arguments);
        return launched == CUresult.CUDA_SUCCESS ? cuStreamSynchronize(stream) : launched;
    }

    int launch(final String kernel, final int blocks, final int threads, final Pointer... arguments) {
        return cuLaunchKernel(kernel(kernel), blocks, 1, 1, threads, 1, 1, 0, stream, Pointer.to(arguments), null);
    }

    static Pointer of(final int value) {
        return Pointer.to(new int[] {value});
    }

    static Pointer of(final long value) {
        return Pointer.to(new long[] {value});
    }

    static Pointer of(final float value) {
        return Pointer.to(new float[] {value});
    }

    static CUdeviceptr allocate(final long bytes) {
        final CUdeviceptr memory = new CUdeviceptr();
        ok(cuMemAlloc(memory, bytes));
        return memory;
    }

    static CUdeviceptr upload(final int... values) {
        final CUdeviceptr memory = allocate(4L * values.length);
        ok(cuMemcpyHtoD(memory, Pointer.to(values), 4L * values.length));
        return memory;
    }

    static CUdeviceptr upload(final float... values) {
        final CUdeviceptr memory = allocate(4L * values.length);
        ok(cuMemcpyHtoD(memory, Pointer.to(values), 4L * values.length));
        return memory;
    }

    static int[] ints(final CUdeviceptr memory, final int count) {
        final int[] values = new int[count];
        ok(cuMemcpyDtoH(Pointer.to(values), memory, 4L * count));
        return values;
    }

    static float[] floats(final CUdeviceptr memory, final int count) {
        final float[] values = new float[count];
        ok(cuMemcpyDtoH(Pointer.to(values), memory, 4L * count));
        return values;
    }

    static long[] longs(final CUdeviceptr memory, final int count) {
        final long[] values = new long[count];
        ok(cuMemcpyDtoH(Pointer.to(values), memory, 8L * count));
        return values;
    }

    /** Pinned host memory that kernels see. */
    static Pointer pinned(final long bytes) {
        final Pointer memory = new Pointer();
        ok(cuMemHostAlloc(memory, bytes, 2));
        return memory;
    }

    static ByteBuffer view(final Pointer memory, final long bytes) {
        return memory.getByteBuffer(0, bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
