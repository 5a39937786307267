package io.undercurrent.kernels.standin;

import static io.undercurrent.kernels.standin.Device.ok;
import static jcuda.driver.JCudaDriver.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Random;
import jcuda.Pointer;
import jcuda.driver.CUDA_KERNEL_NODE_PARAMS;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUgraph;
import jcuda.driver.CUgraphExec;
import jcuda.driver.CUgraphNode;
import jcuda.driver.CUresult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unmodified kernels, through JCuda, give what they give on a GPU. */
class KernelsOnTheCpuTest {
    private static final int N = 100_003;
    private static final int BLOCKS = 16;
    private static final int THREADS = 128;

    private StandIn driver;
    private Device device;

    @BeforeEach
    void open() {
        driver = Device.driver();
        device = Device.open();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void sumsByShufflesAndBarriersInAnyOrderOfThreads(final long seed) {
        driver.seed(seed);
        final int[] in = new int[N];
        Arrays.setAll(in, i -> i * 7 % 1000 - 300);
        final CUdeviceptr sums = Device.allocate(8L * BLOCKS);
        ok(device.run("blockSums", BLOCKS, THREADS, Pointer.to(Device.upload(in)), Device.of(N), Pointer.to(sums)));
        assertEquals(Arrays.stream(in).asLongStream().sum(), Arrays.stream(Device.longs(sums, BLOCKS)).sum());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 6})
    void givesTheFloatBitsThatJavaGives(final long seed) {
        driver.seed(seed);
        final Random random = new Random(1);
        final int rows = 50;
        final int slots = 300;
        final int[] values = random.ints((long) rows * slots, 99_000, 101_001).toArray();
        final CUdeviceptr out = Device.allocate(8L * rows);
        ok(device.run("moments", 13, 128, Pointer.to(Device.upload(values)), Device.of(rows), Device.of(slots), Pointer.to(out)));
        final float[] expected = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            long sum = 0;
            long squares = 0;
            for (int i = 0; i < slots; i++) {
                final long x = values[row * slots + i];
                sum += x;
                squares += x * x;
            }
            final float mean = (float) sum / slots;
            expected[2 * row] = mean;
            expected[2 * row + 1] = (float) Math.sqrt((float) squares / slots - mean * mean);
        }
        assertArrayEquals(expected, Device.floats(out, 2 * rows), 0f);
    }

    @Test
    void fusesOnlyWhereTheKernelSaysSo() {
        final Random random = new Random(2);
        final int series = 70;
        final int slots = 200;
        final float[] x = new float[series * slots];
        for (int i = 0; i < x.length; i++) {
            x[i] = 100 + random.nextFloat();
        }
        final CUdeviceptr out = Device.allocate(4L * series);
        ok(device.run("averages", 2, 64, Pointer.to(Device.upload(x)), Device.of(series), Device.of(slots), Device.of(0.05f),
            Pointer.to(out)));
        final float[] expected = Arrays.copyOf(x, series);
        for (int s = 0; s < series; s++) {
            for (int i = 1; i < slots; i++) {
                expected[s] = Math.fma(0.05f, x[i * series + s] - expected[s], expected[s]);
            }
        }
        assertArrayEquals(expected, Device.floats(out, series), 0f);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 8})
    void votesReducesAndShufflesWithinPartsOfAWarp(final long seed) {
        driver.seed(seed);
        final int threads = 64;
        final CUdeviceptr out = Device.allocate(20L * threads);
        ok(device.run("votes", 1, threads, Pointer.to(out)));
        final int[] found = Device.ints(out, 5 * threads);
        for (int t = 0; t < threads; t++) {
            int ballot = 0;
            for (int lane = 0; lane < 32; lane++) {
                ballot |= (t / 32 * 32 + lane) % 3 == 0 ? 1 << lane : 0;
            }
            final int next = t / 8 * 8 + (t + 1) % 8;
            assertArrayEquals(new int[] {ballot, 31, threads / 2, 1, next}, Arrays.copyOfRange(found, 5 * t, 5 * t + 5), "thread " + t);
        }
    }

    @Test
    void launchesAGraphThatAStreamCaptured() {
        final Pointer host = Device.pinned(4L * N);
        final Pointer results = Device.pinned(8L * BLOCKS);
        final IntBuffer in = Device.view(host, 4L * N).asIntBuffer();
        final CUdeviceptr deviceIn = Device.allocate(4L * N);
        final CUdeviceptr sums = Device.allocate(8L * BLOCKS);
        final CUgraph graph = new CUgraph();
        ok(cuStreamBeginCapture(device.stream, 0));
        ok(cuMemcpyHtoDAsync(deviceIn, host, 4L * N, device.stream));
        ok(device.launch("blockSums", BLOCKS, THREADS, Pointer.to(deviceIn), Device.of(N), Pointer.to(sums)));
        ok(cuMemcpyDtoHAsync(results, sums, 8L * BLOCKS, device.stream));
        ok(cuStreamEndCapture(device.stream, graph));
        assertEquals(0, driver.calls(StandIn.KERNEL), "capturing runs nothing");
        final CUgraphExec exec = new CUgraphExec();
        ok(cuGraphInstantiate(exec, graph, 0));
        for (int value = 1; value <= 3; value++) {
            for (int i = 0; i < N; i++) {
                in.put(i, value);
            }
            ok(cuGraphLaunch(exec, device.stream));
            ok(cuStreamSynchronize(device.stream));
            long sum = 0;
            for (int b = 0; b < BLOCKS; b++) {
                sum += Device.view(results, 8L * BLOCKS).getLong(8 * b);
            }
            assertEquals((long) value * N, sum);
        }
    }

    @Test
    void launchesAGraphOfExplicitNodesAndChangesAParameter() {
        final int[] ones = new int[N];
        Arrays.fill(ones, 1);
        final CUdeviceptr in = Device.upload(ones);
        final CUdeviceptr sums = Device.allocate(8L * BLOCKS);
        final CUgraph graph = new CUgraph();
        ok(cuGraphCreate(graph, 0));
        final CUgraphNode node = new CUgraphNode();
        ok(cuGraphAddKernelNode(node, graph, null, 0, blockSums(in, N, sums)));
        final CUgraphExec exec = new CUgraphExec();
        ok(cuGraphInstantiate(exec, graph, 0));
        ok(cuGraphLaunch(exec, device.stream));
        ok(cuStreamSynchronize(device.stream));
        assertEquals(N, Arrays.stream(Device.longs(sums, BLOCKS)).sum());
        ok(cuGraphExecKernelNodeSetParams(exec, node, blockSums(in, 1000, sums)));
        ok(cuGraphLaunch(exec, device.stream));
        ok(cuStreamSynchronize(device.stream));
        assertEquals(1000, Arrays.stream(Device.longs(sums, BLOCKS)).sum());
    }

    private CUDA_KERNEL_NODE_PARAMS blockSums(final CUdeviceptr in, final int n, final CUdeviceptr sums) {
        final CUDA_KERNEL_NODE_PARAMS parameters = new CUDA_KERNEL_NODE_PARAMS();
        parameters.func = device.kernel("blockSums");
        parameters.gridDimX = BLOCKS;
        parameters.gridDimY = 1;
        parameters.gridDimZ = 1;
        parameters.blockDimX = THREADS;
        parameters.blockDimY = 1;
        parameters.blockDimZ = 1;
        parameters.kernelParams = Pointer.to(Pointer.to(in), Device.of(n), Pointer.to(sums));
        return parameters;
    }

    @Test
    void answersADoorbellInMappedMemoryWhileTheKernelRunsOn() {
        final Pointer memory = Device.pinned(256);
        final CUdeviceptr mapped = new CUdeviceptr();
        ok(cuMemHostGetDevicePointer(mapped, memory, 0));
        final var words = Device.view(memory, 256);
        for (int i = 0; i < 256; i++) {
            words.put(i, (byte) 0);
        }
        final int[] twos = new int[200];
        Arrays.fill(twos, 2);
        ok(device.launch("doorbell", 1, 64, Pointer.to(mapped), Pointer.to(Device.upload(twos)), Pointer.to(mapped.withByteOffset(64))));
        final java.lang.invoke.VarHandle ints = java.lang.invoke.MethodHandles.byteBufferViewVarHandle(int[].class, words.order());
        final java.lang.invoke.VarHandle longs = java.lang.invoke.MethodHandles.byteBufferViewVarHandle(long[].class, words.order());
        for (int ring = 1; ring <= 100; ring++) {
            words.putInt(4, ring);
            ints.setRelease(words, 0, ring);
            while ((long) longs.getAcquire(words, 72) != ring) {
                Thread.onSpinWait();
            }
            assertEquals(2L * ring, words.getLong(64));
        }
        assertEquals(CUresult.CUDA_ERROR_NOT_READY, cuStreamQuery(device.stream));
        ints.setRelease(words, 0, -1);
        ok(cuStreamSynchronize(device.stream));
    }
}
