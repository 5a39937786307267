package io.undercurrent.app;

import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.Sweep;
import io.undercurrent.signals.WindowSource;
import io.undercurrent.signals.cuda.CudaBackend;
import io.undercurrent.signals.cuda.CudaFailure;
import io.undercurrent.signals.cuda.CudaOptions;
import io.undercurrent.signals.cuda.CudaTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Times sweeps of one size: on the CPU with one core and with all, the steps on the GPU, and the CUDA backend from end to end. All start with
 * the same windows.
 */
final class SweepTimer {
    private static final int BUFFERS = 4;
    private static final int MAX_SWEEPS = 256;
    /** Patience with a batch: a stand-in driver is slow. */
    private static final int DEADLINE_MS = 60_000;
    /** Before anything is timed, code gets compiled and the host's windows allocated: so many sweeps, and so long. */
    private static final int WARM_UP_SWEEPS = 20;
    private static final long WARM_UP_NS = 1_000_000_000L;
    /** The CPU may do with fewer sweeps than the GPU, because large ones take long: so many, then as many as fit into the time. */
    private static final int LEAST_CPU_SWEEPS = TimedSize.ROWS_OF_BASELINE;
    private static final long CPU_NS = 3_000_000_000L;

    private final TimedSize size;
    private final SweepTape tape;
    private final int sweeps;
    private final Consumer<String> progress;

    /**
     * @param sweeps to time; at least {@link TimedSize#ROWS_OF_BASELINE}, or none might have new baselines
     * @param progress told what is going on
     */
    SweepTimer(final TimedSize size, final int sweeps, final Consumer<String> progress) {
        this.size = size;
        this.sweeps = sweeps;
        this.progress = progress;
        tape = new SweepTape(size.rowMs());
    }

    private void tell(final String step) {
        progress.accept(String.format(Locale.ROOT, "%,d instruments, windows of %,d rows: %s", size.instruments(), size.rows(), step));
    }

    /** @throws CudaFailure the GPU cannot take this size, or failed */
    void run() throws CudaFailure {
        final CudaOptions options =
                new CudaOptions(size.instruments(), size.rowMs(), 2 * size.instruments(), BUFFERS, MAX_SWEEPS, DEADLINE_MS);
        tell("filling the windows");
        final CudaBackend backend;
        try (CpuShards shards = new CpuShards(tape, size.instruments(), size.rowMs(), size.processors())) {
            shards.fill(size.rows());
            tell("the steps on the GPU");
            timeSteps(options, shards);
            backend = CudaTiming.backend(options, shards);
            tell("the CPU");
            timeCpu(shards);
        }
        tell("the whole on the GPU");
        try (backend) {
            timeBackend(backend);
            if (backend.state() != CudaBackend.State.DEVICE) {
                throw new CommandException("the GPU failed while it was timed: " + backend.reason());
            }
        }
    }

    private void timeSteps(final CudaOptions options, final WindowSource windows) throws CudaFailure {
        final SignalResults results = new SignalResults(size.instruments());
        final List<Sweep> all = new ArrayList<>();
        for (int b = 0; b < BUFFERS; b++) {
            all.add(new Sweep(size.instruments()));
        }
        try (CudaTiming timing = CudaTiming.open(options, windows)) {
            long number = size.rows();
            final WarmUp warmUp = new WarmUp();
            int timed = 0;
            while (timed < sweeps) {
                final long first = number + 1;
                // new baselines are due in the last of a burst, never in its first
                final List<Sweep> burst = all.subList(0, BUFFERS - (int) (number % BUFFERS));
                for (final Sweep sweep : burst) {
                    tape.fill(sweep, ++number, 0, size.instruments());
                }
                final List<CudaTiming.Steps> steps = timing.time(burst, results);
                final boolean warm = warmUp.isOver(burst.size());
                // before the first kernel the device waits for the host
                for (int i = 1; warm && i < burst.size(); i++) {
                    timed++;
                    final SweepTimes times = size.of(first + i);
                    times.copy().add(steps.get(i).copyNs());
                    times.launch().add(steps.get(i).launchNs());
                    times.kernel().add(Math.round(steps.get(i).kernelNs()));
                    times.read().add(steps.get(i).readNs());
                }
            }
        }
    }

    private void timeCpu(final CpuShards shards) {
        final long number = timeCpu(shards, size.rows(), shards::evaluateOnOneCore, SweepTimes::oneCore);
        timeCpu(shards, number, shards::evaluateOnAllCores, SweepTimes::allCores);
    }

    /** Returns the number of the last sweep. */
    private long timeCpu(final CpuShards shards, final long before, final Runnable evaluate, final Function<SweepTimes, TimeSamples> into) {
        final WarmUp warmUp = new WarmUp();
        long number = before;
        long spentNs = 0;
        int timed = 0;
        while (timed < LEAST_CPU_SWEEPS || (timed < sweeps && spentNs < CPU_NS)) {
            shards.prepare(++number);
            final long start = System.nanoTime();
            evaluate.run();
            final long ns = System.nanoTime() - start;
            if (warmUp.isOver(1)) {
                into.apply(size.of(number)).add(ns);
                spentNs += ns;
                timed++;
            }
        }
        return number;
    }

    private void timeBackend(final SignalBackend backend) {
        final Sweep sweep = new Sweep(size.instruments());
        final SignalResults results = new SignalResults(size.instruments());
        final WarmUp warmUp = new WarmUp();
        long number = size.rows();
        int timed = 0;
        while (timed < sweeps) {
            tape.fill(sweep, ++number, 0, size.instruments());
            final long start = System.nanoTime();
            backend.offer(sweep);
            final long copied = System.nanoTime();
            backend.flush();
            while (!backend.poll(results)) {
                Thread.onSpinWait();
            }
            final long end = System.nanoTime();
            boolean more = true;
            while (more) {
                more = backend.doIdleWork();
            }
            final long idle = System.nanoTime();
            if (warmUp.isOver(1)) {
                final SweepTimes times = size.of(number);
                times.result().add(end - copied);
                times.whole().add(end - start);
                times.idle().add(idle - end);
                timed++;
            }
        }
    }

    /** What goes before timing. */
    private static final class WarmUp {
        private final long startNs = System.nanoTime();
        private int done;

        /** After {@code more} sweeps: whether the next ones count. */
        boolean isOver(final int more) {
            final boolean over = done >= WARM_UP_SWEEPS && System.nanoTime() - startNs >= WARM_UP_NS;
            done += more;
            return over;
        }
    }
}
