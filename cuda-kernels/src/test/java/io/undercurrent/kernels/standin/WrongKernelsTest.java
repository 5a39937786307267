package io.undercurrent.kernels.standin;

import static io.undercurrent.kernels.standin.Device.ok;
import static jcuda.driver.CUresult.CUDA_ERROR_ILLEGAL_ADDRESS;
import static jcuda.driver.CUresult.CUDA_ERROR_LAUNCH_FAILED;
import static jcuda.driver.JCudaDriver.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a kernel shows: these tests keep the others honest. */
class WrongKernelsTest {
    private static final int SEEDS = 20;

    private StandIn driver;

    @BeforeEach
    void reset() {
        driver = Device.driver();
    }

    @ParameterizedTest
    @ValueSource(strings = {"divergentBarrier", "twoBarriers"})
    void aBarrierThatNotAllThreadsReachFailsTheLaunchForGood(final String kernel) {
        final Device device = Device.open();
        final CUdeviceptr out = Device.upload(0);
        assertEquals(CUDA_ERROR_LAUNCH_FAILED, device.run(kernel, 1, 64, Pointer.to(out)));
        assertEquals(CUDA_ERROR_LAUNCH_FAILED, cuMemAlloc(new CUdeviceptr(), 16), "the error stays");
        assertEquals(CUDA_ERROR_LAUNCH_FAILED, cuStreamQuery(device.stream));
    }

    @Test
    void aMissingBarrierShowsInTheResultsOfSomeSeeds() {
        final int[] in = new int[256];
        Arrays.setAll(in, i -> i);
        assertEquals(1, resultsOverSeeds(() -> results(Device.open(), "reversed", in)).size());
        assertTrue(resultsOverSeeds(() -> results(Device.open(), "reversedWithoutBarrier", in)).size() > 1);
    }

    private List<Integer> results(final Device device, final String kernel, final int... in) {
        final CUdeviceptr out = Device.allocate(4L * in.length);
        ok(device.run(kernel, 1, in.length, Pointer.to(Device.upload(in)), Pointer.to(out)));
        return Arrays.stream(Device.ints(out, in.length)).boxed().toList();
    }

    @Test
    void aRaceShowsInTheResultsOfSomeSeedsWhenThreadsInterruptEachOther() {
        assertEquals(Set.of(127 * 128 / 2), resultsOverSeeds(() -> result(Device.interleaved(), "counted", 1)));
        assertTrue(resultsOverSeeds(() -> result(Device.interleaved(), "countedWithRace", 1)).size() > 1);
    }

    @Test
    void blocksThatRelyOnTheirOrderGiveOtherResultsForSomeSeeds() {
        assertTrue(resultsOverSeeds(() -> {
            driver.workers(1);
            final Device device = Device.open();
            final CUdeviceptr out = Device.upload(0);
            ok(device.run("blocksWithoutOrder", 9, 32, Pointer.to(Device.upload(new int[9])), Pointer.to(out)));
            return Device.ints(out, 1)[0];
        }).size() > 1);
    }

    private int result(final Device device, final String kernel, final int blocks) {
        final CUdeviceptr out = Device.upload(0);
        ok(device.run(kernel, blocks, 128, Pointer.to(out)));
        return Device.ints(out, 1)[0];
    }

    private <T> Set<T> resultsOverSeeds(final Supplier<T> run) {
        final Set<T> results = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            driver.reset();
            driver.seed(seed);
            results.add(run.get());
        }
        return results;
    }

    @Test
    void whatNobodyWroteIsNotZeroAndDiffersFromSeedToSeed() {
        final Set<Integer> global = new HashSet<>();
        final Set<Integer> shared = new HashSet<>();
        for (int seed = 0; seed < 4; seed++) {
            driver.reset();
            driver.seed(seed);
            final Device device = Device.open();
            final CUdeviceptr out = Device.upload(0, 0);
            ok(device.run("sumsOfTheUnwritten", 3, 32, Pointer.to(Device.allocate(64)), Pointer.to(out)));
            global.add(Device.ints(out, 2)[0]);
            shared.add(Device.ints(out, 2)[1]);
        }
        assertEquals(4, global.size());
        assertEquals(4, shared.size());
        assertTrue(!global.contains(0) && !shared.contains(0) && !shared.contains(8));
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 1_000_000, -1024, -1_000_000_000_000L})
    void anAccessOutsideOfAnAllocationIsAnIllegalAddress(final long index) {
        final Device device = Device.open();
        final CUdeviceptr out = Device.allocate(256);
        assertEquals(CUDA_ERROR_ILLEGAL_ADDRESS, write(device, out, index));
        assertEquals(CUDA_ERROR_ILLEGAL_ADDRESS, cuStreamSynchronize(device.stream), "the error stays");
    }

    @Test
    void anInterleavedLibraryStopsAtAnIndexOutsideOfSharedMemory() {
        final Device device = Device.interleaved();
        final CUdeviceptr out = outOf(device);
        ok(device.run("indexesShared", 1, 32, Pointer.to(out), Device.of(31)));
        assertEquals(CUDA_ERROR_LAUNCH_FAILED, device.run("indexesShared", 1, 32, Pointer.to(out), Device.of(32)));
    }

    @Test
    void anInterleavedLibraryStopsAtAMisalignedAccess() {
        final Device device = Device.interleaved();
        final CUdeviceptr out = outOf(device);
        ok(device.run("writesPairAt", 1, 1, Pointer.to(out), Device.of(2)));
        assertEquals(CUDA_ERROR_LAUNCH_FAILED, device.run("writesPairAt", 1, 1, Pointer.to(out), Device.of(1)));
    }

    @Test
    void aStackThatIsTooSmallFailsTheLaunch() {
        final Device device = Device.open();
        assertEquals(CUDA_ERROR_ILLEGAL_ADDRESS, device.run("fillsTheStack", 1, 1, Pointer.to(outOf(device)), Device.of(1 << 20)));
    }

    private static CUdeviceptr outOf(final Device device) {
        ok(cuStreamSynchronize(device.stream));
        return Device.upload(new int[64]);
    }

    @Test
    void anAccessToFreedMemoryIsAnIllegalAddress() {
        final Device device = Device.open();
        final CUdeviceptr out = Device.allocate(1 << 20);
        ok(write(device, out, 5));
        ok(cuMemFree(out));
        assertEquals(CUDA_ERROR_ILLEGAL_ADDRESS, write(device, out, 5));
    }

    @Test
    void anAccessBehindPinnedMemoryIsAnIllegalAddress() {
        final Device device = Device.open();
        final CUdeviceptr mapped = new CUdeviceptr();
        ok(cuMemHostGetDevicePointer(mapped, Device.pinned(512), 0));
        ok(write(device, mapped, 127));
        assertEquals(CUDA_ERROR_ILLEGAL_ADDRESS, write(device, mapped, 128));
    }

    @Test
    void aWriteJustBehindAnAllocationIsCountedWhenItIsFreed() {
        final Device device = Device.open();
        final CUdeviceptr exact = Device.allocate(100);
        ok(write(device, exact, 24));
        ok(cuMemFree(exact));
        assertEquals(0, driver.live(Quantity.OVERRUNS));
        final CUdeviceptr overrun = Device.allocate(100);
        ok(write(device, overrun, 25));
        ok(cuMemFree(overrun));
        assertEquals(1, driver.live(Quantity.OVERRUNS));
    }

    @Test
    void theVirtualMachineKeepsItsOwnSignals() {
        final Device device = Device.open();
        assertEquals(CUDA_ERROR_ILLEGAL_ADDRESS, write(device, Device.allocate(256), 64));
        final Object[] nothing = new Object[1];
        for (int i = 0; i < 20_000; i++) { // long enough to be compiled, where null is found by a signal
            assertThrows(NullPointerException.class, () -> nothing[0].hashCode());
        }
    }

    private static int write(final Device device, final CUdeviceptr out, final long index) {
        return device.run("writeAt", 1, 1, Pointer.to(out), Device.of(index), Device.of(1));
    }
}
