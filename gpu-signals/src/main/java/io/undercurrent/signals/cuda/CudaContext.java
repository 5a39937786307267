package io.undercurrent.signals.cuda;

import static jcuda.driver.JCudaDriver.*;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUresult;

/**
 * The first GPU and its primary context, retained and current on the thread that uses it. One thread at a time; the next one takes over
 * with {@link #adopt}.
 */
final class CudaContext {
    private static final int NAME_BYTES = 256;
    /** Volta and older are no longer a target of the kernels' compiler. */
    private static final int OLDEST_CAPABILITY = 75;

    private final CUdevice device = new CUdevice();
    private final CUcontext context = new CUcontext();
    private Thread owner = Thread.currentThread();

    private CudaContext() {
    }

    /** @throws CudaFailure saying why there is none to use */
    static CudaContext open() throws CudaFailure {
        final Optional<String> problem = CudaDriver.problem();
        if (problem.isPresent()) {
            throw new CudaFailure(problem.get());
        }
        final CudaContext opened = new CudaContext();
        CudaFailure.check("cuInit", cuInit(0));
        final int[] devices = new int[1];
        CudaFailure.check("cuDeviceGetCount", cuDeviceGetCount(devices));
        if (devices[0] == 0) {
            throw new CudaFailure(CudaFailure.describe("cuDeviceGetCount", CUresult.CUDA_ERROR_NO_DEVICE));
        }
        CudaFailure.check("cuDeviceGet", cuDeviceGet(opened.device, 0));
        final int capability = opened.capability();
        if (capability < OLDEST_CAPABILITY) {
            throw new CudaFailure("the GPU " + opened.name() + " has compute capability " + capability / 10 + "." + capability % 10
                + "; the kernels need 7.5 (Turing) or newer");
        }
        CudaFailure.check("cuDevicePrimaryCtxRetain", cuDevicePrimaryCtxRetain(opened.context, opened.device));
        final int code = cuCtxSetCurrent(opened.context);
        if (code != CUresult.CUDA_SUCCESS) {
            cuDevicePrimaryCtxRelease(opened.device);
        }
        CudaFailure.check("cuCtxSetCurrent", code);
        return opened;
    }

    /** Makes the context current on the calling thread. Returns the driver's code. */
    int adopt() {
        if (Thread.currentThread() == owner) {
            return CUresult.CUDA_SUCCESS;
        }
        final int code = cuCtxSetCurrent(context);
        if (code == CUresult.CUDA_SUCCESS) {
            owner = Thread.currentThread();
        }
        return code;
    }

    String name() throws CudaFailure {
        final byte[] name = new byte[NAME_BYTES];
        CudaFailure.check("cuDeviceGetName", cuDeviceGetName(name, name.length, device));
        int length = 0;
        while (length < name.length && name[length] != 0) {
            length++;
        }
        return new String(name, 0, length, StandardCharsets.UTF_8);
    }

    /** Major version times ten, plus the minor. */
    int capability() throws CudaFailure {
        return 10 * attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR)
            + attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
    }

    int multiprocessors() throws CudaFailure {
        return attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT);
    }

    /** The CUDA version that the driver knows: thousand times the major version, plus ten times the minor. */
    int driverVersion() throws CudaFailure {
        final int[] version = new int[1];
        CudaFailure.check("cuDriverGetVersion", cuDriverGetVersion(version));
        return version[0];
    }

    long freeBytes() throws CudaFailure {
        return memory()[0];
    }

    long totalBytes() throws CudaFailure {
        return memory()[1];
    }

    private long[] memory() throws CudaFailure {
        final long[] free = new long[1];
        final long[] total = new long[1];
        CudaFailure.check("cuMemGetInfo", cuMemGetInfo(free, total));
        return new long[] {free[0], total[0]};
    }

    private int attribute(final int number) throws CudaFailure {
        final int[] value = new int[1];
        CudaFailure.check("cuDeviceGetAttribute", cuDeviceGetAttribute(value, number, device));
        return value[0];
    }

    /** Returns the driver's code. With the last one to go, the driver gives back all that was made in it. */
    int release() {
        final int unset = cuCtxSetCurrent(new CUcontext());
        final int released = cuDevicePrimaryCtxRelease(device);
        return released == CUresult.CUDA_SUCCESS ? unset : released;
    }
}
