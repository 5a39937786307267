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

/**
 * Times sweeps of one size: on the CPU with one core and with all, the steps on the GPU, and the CUDA backend from end to end. All start with
 * the same windows.
 */
final class SweepTimer {
    private static final int BUFFERS = 4;
    private static final int MAX_SWEEPS = 256;
    /** Patience with a batch: a stand-in driver is slow. */
    private static final int DEADLINE_MS = 60_000;
    /** Sweeps before those that are timed: code gets compiled, the host's windows allocated. */
    private static final int WARM_UP = 20;
    /** The CPU needs fewer sweeps: its times vary little, and large ones take long. */
    private static final int CPU_SWEEPS = 100;

    private final TimedSize size;
    private final SweepTape tape;
    private final int sweeps;
    private final Consumer<String> progress;

    /** @param progress told what is going on */
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
        final List<Sweep> burst = new ArrayList<>();
        for (int b = 0; b < BUFFERS; b++) {
            burst.add(new Sweep(size.instruments()));
        }
        try (CudaTiming timing = CudaTiming.open(options, windows)) {
            long number = size.rows();
            while (number < size.rows() + WARM_UP + (long) sweeps) {
                final long first = number + 1;
                for (final Sweep sweep : burst) {
                    tape.fill(sweep, ++number, 0, size.instruments());
                }
                final List<CudaTiming.Steps> steps = timing.time(burst, results);
                // before the first kernel the device waits for the host
                for (int i = 1; first > size.rows() + WARM_UP && i < BUFFERS; i++) {
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
        long number = size.rows();
        final int timed = Math.min(sweeps, CPU_SWEEPS);
        for (int s = 0; s < timed; s++) {
            shards.prepare(++number);
            final long start = System.nanoTime();
            shards.evaluateOnOneCore();
            size.of(number).oneCore().add(System.nanoTime() - start);
        }
        for (int s = 0; s < timed; s++) {
            shards.prepare(++number);
            final long start = System.nanoTime();
            shards.evaluateOnAllCores();
            size.of(number).allCores().add(System.nanoTime() - start);
        }
    }

    private void timeBackend(final SignalBackend backend) {
        final Sweep sweep = new Sweep(size.instruments());
        final SignalResults results = new SignalResults(size.instruments());
        final long first = size.rows() + 1L;
        for (long number = first; number < first + WARM_UP + sweeps; number++) {
            tape.fill(sweep, number, 0, size.instruments());
            final long start = System.nanoTime();
            backend.offer(sweep);
            final long copied = System.nanoTime();
            backend.flush();
            while (!backend.poll(results)) {
                Thread.onSpinWait();
            }
            final long end = System.nanoTime();
            if (number >= first + WARM_UP) {
                size.of(number).result().add(end - copied);
                size.of(number).whole().add(end - start);
            }
        }
    }
}
