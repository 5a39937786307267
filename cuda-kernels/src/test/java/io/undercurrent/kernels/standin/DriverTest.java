package io.undercurrent.kernels.standin;

import static io.undercurrent.kernels.standin.Device.ok;
import static jcuda.driver.CUresult.*;
import static jcuda.driver.JCudaDriver.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jcuda.Pointer;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUevent;
import jcuda.driver.CUgraph;
import jcuda.driver.CUgraphExec;
import jcuda.driver.CUmodule;
import jcuda.driver.CUstream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver's own behaviour, and what a test can make it do. */
class DriverTest {
    private StandIn driver;

    @BeforeEach
    void reset() {
        driver = Device.driver();
    }

    @Test
    void nothingWorksBeforeInitialisationNorWithoutAContextOnTheThread() {
        assertEquals(CUDA_ERROR_NOT_INITIALIZED, cuDeviceGet(new CUdevice(), 0));
        Device.start();
        assertEquals(CUDA_ERROR_INVALID_CONTEXT, CompletableFuture.supplyAsync(() -> cuMemAlloc(new CUdeviceptr(), 16)).join());
        ok(cuMemAlloc(new CUdeviceptr(), 16));
    }

    @Test
    void whatItDoesNotHaveIsNotSupported() {
        Device.start();
        assertEquals(CUDA_ERROR_NOT_SUPPORTED, cuMemAllocManaged(new CUdeviceptr(), 16, 1));
    }

    @Test
    void streamsWorkWhileTheCallerGoesOn() {
        final Device device = Device.open();
        driver.hang(StandIn.KERNEL, 1);
        final CUdeviceptr out = Device.upload(0);
        ok(device.launch("writeAt", 1, 1, Pointer.to(out), Device.of(0L), Device.of(7)));
        final CUevent after = new CUevent();
        ok(cuEventCreate(after, 0));
        ok(cuEventRecord(after, device.stream));
        assertEquals(CUDA_ERROR_NOT_READY, cuStreamQuery(device.stream));
        assertEquals(CUDA_ERROR_NOT_READY, cuEventQuery(after));
        assertEquals(0, Device.ints(out, 1)[0], "the default stream does not wait for a non-blocking one");
        driver.release();
        ok(cuEventSynchronize(after));
        ok(cuStreamQuery(device.stream));
        assertEquals(7, Device.ints(out, 1)[0]);
    }

    @Test
    void aStreamWaitsForAnEventOfAnother() {
        final Device device = Device.open();
        final CUdeviceptr out = Device.upload(0);
        final CUstream second = new CUstream();
        ok(cuStreamCreate(second, Device.NON_BLOCKING));
        final CUevent event = new CUevent();
        ok(cuEventCreate(event, 0));
        driver.hang(StandIn.KERNEL, 1);
        ok(device.launch("writeAt", 1, 1, Pointer.to(out), Device.of(0L), Device.of(1)));
        ok(cuEventRecord(event, device.stream));
        ok(cuStreamWaitEvent(second, event, 0));
        ok(cuMemsetD32Async(out, 2, 1, second));
        assertEquals(CUDA_ERROR_NOT_READY, cuStreamQuery(second));
        driver.release();
        ok(cuStreamSynchronize(second));
        assertEquals(2, Device.ints(out, 1)[0]);
    }

    @Test
    void copiesOutsideOfAnAllocationAreRefused() {
        Device.start();
        final CUdeviceptr memory = Device.allocate(64);
        assertEquals(CUDA_ERROR_INVALID_VALUE, cuMemcpyHtoD(memory, Pointer.to(new byte[65]), 65));
        assertEquals(CUDA_ERROR_INVALID_VALUE, cuMemcpyDtoH(Pointer.to(new byte[64]), memory.withByteOffset(1), 64));
        assertEquals(CUDA_ERROR_INVALID_VALUE, cuMemsetD32(memory, 0, 17));
        ok(cuMemFree(memory));
        assertEquals(CUDA_ERROR_INVALID_VALUE, cuMemFree(memory));
    }

    @Test
    void failsTheCallsItIsTold() {
        Device.start();
        driver.fail("cuMemAlloc", 2, CUDA_ERROR_OUT_OF_MEMORY, 2);
        ok(cuMemAlloc(new CUdeviceptr(), 16));
        assertEquals(CUDA_ERROR_OUT_OF_MEMORY, cuMemAlloc(new CUdeviceptr(), 16));
        assertEquals(CUDA_ERROR_OUT_OF_MEMORY, cuMemAlloc(new CUdeviceptr(), 16));
        ok(cuMemAlloc(new CUdeviceptr(), 16));
        assertEquals(4, driver.calls("cuMemAlloc"));
        assertEquals(2, driver.live(Quantity.DEVICE_ALLOCATIONS));
        assertTrue(driver.called().containsAll(Set.of("cuInit", "cuMemAlloc")), () -> driver.called().toString());
        assertFalse(driver.called().contains("cuMemFree"));
        assertThrows(IllegalArgumentException.class, () -> driver.fail("cuMemAlloca", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> driver.calls("cuMem"));
    }

    @Test
    void aFailingFreeStillFrees() {
        Device.start();
        final CUdeviceptr memory = Device.allocate(16);
        driver.fail("cuMemFree", 1, CUDA_ERROR_LAUNCH_FAILED);
        assertEquals(CUDA_ERROR_LAUNCH_FAILED, cuMemFree(memory));
        assertEquals(0, driver.live(Quantity.DEVICE_ALLOCATIONS));
        assertEquals(CUDA_ERROR_LAUNCH_FAILED, cuCtxSynchronize(), "the error stays");
    }

    @Test
    void aFailingKernelShowsAtALaterCallAndForGood() {
        final Device device = Device.open();
        final CUdeviceptr out = Device.upload(0);
        driver.fail(StandIn.KERNEL, 2, CUDA_ERROR_ILLEGAL_ADDRESS);
        ok(device.run("nothing", 1, 1));
        ok(device.launch("writeAt", 1, 1, Pointer.to(out), Device.of(0L), Device.of(7)));
        assertEquals(CUDA_ERROR_ILLEGAL_ADDRESS, cuStreamSynchronize(device.stream));
        assertEquals(CUDA_ERROR_ILLEGAL_ADDRESS, cuStreamQuery(device.stream));
        assertEquals(CUDA_ERROR_ILLEGAL_ADDRESS, cuMemAlloc(new CUdeviceptr(), 16));
        driver.reset();
        ok(Device.open().run("nothing", 1, 1));
    }

    @Test
    void aHangingCallGoesOnWhenReleased() {
        final Device device = Device.open();
        driver.hang("cuStreamSynchronize", 1);
        final CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> {
            Device.adopt();
            return cuStreamSynchronize(device.stream);
        });
        while (driver.live(Quantity.HANGING) == 0) {
            Thread.onSpinWait();
        }
        assertFalse(call.isDone());
        driver.release();
        ok(call.join());
        assertEquals(0, driver.live(Quantity.HANGING));
    }

    @Test
    void slowKernelsTakeLonger() {
        final Device device = Device.open();
        driver.slowKernels(20_000);
        final long start = System.nanoTime();
        ok(device.run("nothing", 1, 1));
        assertTrue(System.nanoTime() - start >= 20_000_000L);
    }

    @Test
    void resetEndsKernelsThatRunOnAndThoseThatHang() {
        final Device device = Device.open();
        final CUdeviceptr mapped = new CUdeviceptr();
        final Pointer bell = Device.pinned(256);
        ok(cuMemHostGetDevicePointer(mapped, bell, 0));
        for (int i = 0; i < 256; i++) {
            Device.view(bell, 256).put(i, (byte) 0);
        }
        ok(device.launch("doorbell", 1, 64, Pointer.to(mapped), Pointer.to(mapped), Pointer.to(mapped)));
        driver.hang(StandIn.KERNEL, 2);
        ok(device.launch("nothing", 1, 1));
        driver.reset();
        assertEquals(Map.of(), driver.live());
        assertEquals(0, driver.calls("cuLaunchKernel"));
    }

    @Test
    void countsWhatIsAlive() {
        final Device device = Device.open();
        final CUdeviceptr memory = Device.allocate(100);
        final Pointer pinned = Device.pinned(200);
        final CUevent event = new CUevent();
        ok(cuEventCreate(event, 0));
        final CUgraph graph = new CUgraph();
        ok(cuGraphCreate(graph, 0));
        final CUgraphExec exec = new CUgraphExec();
        ok(cuGraphInstantiate(exec, graph, 0));
        assertEquals(Map.of(Quantity.DEVICE_BYTES, 100L, Quantity.DEVICE_ALLOCATIONS, 1L, Quantity.PINNED_BYTES, 200L,
            Quantity.PINNED_ALLOCATIONS, 1L, Quantity.STREAMS, 1L, Quantity.EVENTS, 1L, Quantity.MODULES, 1L, Quantity.GRAPHS, 1L,
            Quantity.GRAPH_EXECS, 1L, Quantity.CONTEXTS, 1L), driver.live());
        ok(cuGraphExecDestroy(exec));
        ok(cuGraphDestroy(graph));
        ok(cuEventDestroy(event));
        ok(cuMemFreeHost(pinned));
        ok(cuMemFree(memory));
        ok(cuStreamDestroy(device.stream));
        ok(cuModuleUnload(device.module));
        final CUdevice only = new CUdevice();
        ok(cuDeviceGet(only, 0));
        ok(cuDevicePrimaryCtxRelease(only));
        assertEquals(Map.of(), driver.live());
    }

    @Test
    void canBeAMachineWithoutADeviceWithAnOldDriverOrWithLittleMemory() {
        driver.devices(0);
        assertEquals(CUDA_ERROR_NO_DEVICE, cuInit(0));
        driver.devices(1);
        driver.driverVersion(12020);
        Device.start();
        final int[] version = new int[1];
        ok(cuDriverGetVersion(version));
        assertEquals(12020, version[0]);
        driver.deviceMemory(1000);
        final long[] free = new long[1];
        final long[] total = new long[1];
        Device.allocate(400);
        ok(cuMemGetInfo(free, total));
        assertEquals(600, free[0]);
        assertEquals(1000, total[0]);
        assertEquals(CUDA_ERROR_OUT_OF_MEMORY, cuMemAlloc(new CUdeviceptr(), 601));
        ok(cuMemAlloc(new CUdeviceptr(), 600));
    }

    @Test
    void loadsPtxAsTheHostLibraryThatStandsForIt(@TempDir final Path folder) throws IOException {
        final Path ptx = Files.writeString(folder.resolve("kernels.ptx"), "// made by nvcc\n.version 9.0\n.target sm_75\n");
        driver.kernels(Device.tests().resolve("test-kernels.so"));
        Device.start();
        final CUmodule module = new CUmodule();
        ok(cuModuleLoad(module, ptx.toString()));
        ok(cuModuleGetFunction(new jcuda.driver.CUfunction(), module, "moments"));
        assertEquals(CUDA_ERROR_NOT_FOUND, cuModuleGetFunction(new jcuda.driver.CUfunction(), module, "moment"));
        ok(cuModuleLoadData(new CUmodule(), ".version 9.0\n\0".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void refusesWhatIsNoImage(@TempDir final Path folder) throws IOException {
        Device.start();
        final Path text = Files.writeString(folder.resolve("kernels.ptx"), "not a kernel");
        assertEquals(CUDA_ERROR_INVALID_IMAGE, cuModuleLoad(new CUmodule(), text.toString()));
        assertEquals(CUDA_ERROR_FILE_NOT_FOUND, cuModuleLoad(new CUmodule(), folder.resolve("none").toString()));
        assertEquals(CUDA_ERROR_INVALID_IMAGE, cuModuleLoadData(new CUmodule(), "nonsense\0".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    @SuppressWarnings("restricted")
    void forTestsThereIsADriverThatLacksAFunction() {
        final SymbolLookup lacking = SymbolLookup.libraryLookup(Device.tests().resolve("lacking/stand-in/libcuda.so.1"), Arena.global());
        assertTrue(lacking.find("cuGraphLaunch").isEmpty());
        assertTrue(lacking.find("cuInit").isPresent());
    }
}
