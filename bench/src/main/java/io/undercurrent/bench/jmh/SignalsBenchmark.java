package io.undercurrent.bench.jmh;

import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.ReferenceBackend;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.SignalResults;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One evaluation of one window, its rings of 2,048 fine and 2,048 coarse rows full: append a row, then both sides of the five signals.
 * With a hundred instruments the windows (140 MB) no longer fit the caches. Baseline: the reference, the formulas as they are written.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(SignalsBenchmark.EVALUATIONS)
@Fork(2)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class SignalsBenchmark {
    /** In one call, whatever the number of instruments; a multiple of that. */
    static final int EVALUATIONS = 100;

    private static final int ROW_MS = 1_000;

    /** The instruments, and what they close. */
    @State(Scope.Thread)
    public static class Market {
        @Param({"1", "100"})
        private int instruments = 1;

        private RandomSweeps sweeps;
        private SignalResults results;

        @Setup(Level.Trial)
        public void make() {
            sweeps = new RandomSweeps(instruments, ROW_MS);
            results = new SignalResults(instruments);
        }

        private SignalResults evaluate(final SignalBackend backend) {
            for (int done = 0; done < EVALUATIONS; done += instruments) {
                backend.evaluate(sweeps.next(), results);
            }
            return results;
        }
    }

    /** The CPU backend with full windows. */
    @State(Scope.Thread)
    public static class Cpu {
        private CpuBackend backend;

        @Setup(Level.Trial)
        public void fill(final Market market) {
            backend = new CpuBackend(market.instruments, ROW_MS);
            for (int i = 0; i < RandomSweeps.ROWS_OF_FULL_RINGS; i++) {
                backend.append(market.sweeps.next());
            }
        }

        @TearDown(Level.Trial)
        public void close() {
            backend.close();
        }
    }

    /** The reference with full windows. */
    @State(Scope.Thread)
    public static class Reference {
        private ReferenceBackend backend;

        @Setup(Level.Trial)
        public void fill(final Market market) {
            backend = new ReferenceBackend(ROW_MS);
            for (int i = 0; i < RandomSweeps.ROWS_OF_FULL_RINGS; i++) {
                backend.append(market.sweeps.next());
            }
        }

        @TearDown(Level.Trial)
        public void close() {
            backend.close();
        }
    }

    @Benchmark
    public SignalResults cpu(final Market market, final Cpu cpu) {
        return market.evaluate(cpu.backend);
    }

    @Benchmark
    public SignalResults baselineReference(final Market market, final Reference reference) {
        return market.evaluate(reference.backend);
    }
}
