package io.undercurrent.signals.cuda;

import io.undercurrent.kernels.standin.StandIn;
import io.undercurrent.signals.RandomRows.Kind;
import io.undercurrent.signals.SignalResults;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;

/**
 * Prints what a sweep costs its thread beside the GPU's work: the driver's calls that it makes, one such call through JCuda, and the
 * copying of a row. Without a GPU; the stand-in driver answers.
 */
public final class CudaCallTiming {
    private static final int REPEATS = 7;
    private static final int CALLS = 200_000;
    private static final int SWEEPS = 1_000;

    private CudaCallTiming() {
    }

    public static void main(final String[] args) throws CudaFailure {
        final StandIn driver = StandIn.load();
        final Tape tape = Tape.of(1, SWEEPS, Kind.values());
        try (CudaBackend backend = Driver.open(tape.options())) {
            final long launches = driver.calls("cuGraphLaunch");
            final long queries = driver.calls("cuStreamQuery");
            final SignalResults results = new SignalResults(tape.capacity());
            for (int s = 0; s < SWEEPS; s++) {
                backend.evaluate(tape.sweep(s), results);
            }
            System.out.printf("one at a time: %.2f launches and %.2f queries a sweep%n",
                (driver.calls("cuGraphLaunch") - launches) / (double) SWEEPS, (driver.calls("cuStreamQuery") - queries) / (double) SWEEPS);
        }
        timeCall(tape);
        timeCopy(tape);
    }

    private static void timeCall(final Tape tape) throws CudaFailure {
        final CudaDevice device = CudaDevice.open(tape.options(), System::nanoTime);
        final double[] nanos = new double[REPEATS];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            final long start = System.nanoTime();
            int code = 0;
            for (int i = 0; i < CALLS; i++) {
                code |= device.query();
            }
            nanos[repeat] = (System.nanoTime() - start) / (double) CALLS + code;
        }
        print("cuStreamQuery of an idle stream", nanos);
        device.release(0).ifPresent(System.out::println);
    }

    private static void timeCopy(final Tape tape) {
        final int rows = tape.capacity();
        final ByteBuffer memory = BufferUtil.allocateDirectAligned(Batch.bytes(rows, rows), BitUtil.CACHE_LINE_LENGTH);
        final Batch batch = new Batch(memory, rows, rows);
        final double[] nanos = new double[REPEATS];
        long sequence = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            long copied = 0;
            final long start = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                batch.begin(++sequence);
                batch.add(tape.sweep(i % SWEEPS));
                batch.seal();
                copied += batch.rows();
            }
            nanos[repeat] = (System.nanoTime() - start) / (double) copied;
        }
        print("copying a row into a batch", nanos);
    }

    private static void print(final String what, final double[] nanos) {
        Arrays.sort(nanos);
        System.out.printf("%s: median %.0f ns (%.0f to %.0f)%n", what, nanos[REPEATS / 2], nanos[0], nanos[REPEATS - 1]);
    }
}
