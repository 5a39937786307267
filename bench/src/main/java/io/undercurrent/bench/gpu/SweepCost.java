package io.undercurrent.bench.gpu;

import com.sun.management.ThreadMXBean;
import io.undercurrent.bench.Spread;
import io.undercurrent.kernels.standin.StandIn;
import io.undercurrent.signals.RandomRows;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.Sweep;
import io.undercurrent.signals.cuda.CudaBackend;
import io.undercurrent.signals.cuda.CudaOpening;
import io.undercurrent.signals.cuda.CudaOptions;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/** What a sweep of some size costs its thread, one sweep after the other. The waiting in between is the stand-in's and not counted. */
final class SweepCost {
    private static final int ROW_MS = 1_000;
    private static final int BUFFERS = 4;
    private static final int MAX_SWEEPS = 256;
    private static final int PATIENCE_MS = 60_000;
    private static final int ROUNDS = 7;
    private static final int TAPE = 64;

    private final StandIn driver;
    private final int instruments;
    private final int sweeps;
    private final Sweep[] tape = new Sweep[TAPE];
    private final SignalResults results;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final double[] copyNs;
    private final double[] launchNs;
    private final double[] readNs;
    private final double[] idleNs;

    /** @param sweeps of a round */
    SweepCost(final StandIn driver, final int instruments, final int sweeps) {
        this.driver = driver;
        this.instruments = instruments;
        this.sweeps = sweeps;
        results = new SignalResults(instruments);
        copyNs = new double[sweeps];
        launchNs = new double[sweeps];
        readNs = new double[sweeps];
        idleNs = new double[sweeps];
        final RandomRows market = new RandomRows(RandomRows.Kind.MARKET, new SplittableRandom(1), ROW_MS);
        for (int s = 0; s < TAPE; s++) {
            tape[s] = new Sweep(instruments);
            tape[s].begin(s, s);
            for (int slot = 0; slot < instruments; slot++) {
                market.addTo(tape[s], slot);
            }
        }
    }

    static String header() {
        return """
                | instruments | launches/sweep | queries/sweep | other calls | copy of the rows, ns/row | launch, ns | reading the scores, ns/row | \
                host's windows afterwards, ns/row | bytes allocated/sweep |
                |---|---|---|---|---|---|---|---|---|
                """;
    }

    /** A line of the table. */
    String row() {
        final CudaOptions options = new CudaOptions(instruments, ROW_MS, 2 * instruments, BUFFERS, MAX_SWEEPS, PATIENCE_MS);
        return switch (CudaBackend.open(options)) {
            case CudaOpening.Refused(var reason) -> throw new IllegalStateException("the stand-in driver cannot be used: " + reason);
            case CudaOpening.Opened(var backend) -> {
                try (backend) {
                    yield row(backend);
                }
            }
        };
    }

    private String row(final CudaBackend backend) {
        final double[][] rounds = new double[4][ROUNDS];
        round(backend);
        round(backend);
        final long launches = driver.calls("cuGraphLaunch");
        final long queries = driver.calls("cuStreamQuery");
        final long all = allCalls();
        long allocated = Long.MAX_VALUE;
        for (int r = 0; r < ROUNDS; r++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            round(backend);
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
            rounds[0][r] = median(copyNs) / instruments;
            rounds[1][r] = median(launchNs);
            rounds[2][r] = median(readNs) / instruments;
            rounds[3][r] = median(idleNs) / instruments;
        }
        final double count = (double) ROUNDS * sweeps;
        final long launched = driver.calls("cuGraphLaunch") - launches;
        final long queried = driver.calls("cuStreamQuery") - queries;
        return String.format(Locale.ROOT, "| %,d | %.2f | %.2f | %d | %s | %s | %s | %s | %.2f |%n", instruments, launched / count, queried / count,
                allCalls() - all - launched - queried, text(rounds[0]), text(rounds[1]), text(rounds[2]), text(rounds[3]),
                allocated / (double) sweeps);
    }

    private long allCalls() {
        return driver.called().stream().filter(call -> !call.equals(StandIn.KERNEL)).mapToLong(driver::calls).sum();
    }

    private void round(final CudaBackend backend) {
        for (int s = 0; s < sweeps; s++) {
            final long start = System.nanoTime();
            backend.offer(tape[s % TAPE]);
            final long copied = System.nanoTime();
            backend.flush();
            final long launched = System.nanoTime();
            long asked = launched;
            while (!backend.poll(results)) {
                Thread.onSpinWait();
                asked = System.nanoTime();
            }
            final long read = System.nanoTime();
            boolean more = true;
            while (more) {
                more = backend.doIdleWork();
            }
            idleNs[s] = System.nanoTime() - read;
            copyNs[s] = copied - start;
            launchNs[s] = launched - copied;
            readNs[s] = read - asked;
        }
    }

    private static double median(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String text(final double[] rounds) {
        final Spread spread = Spread.of(rounds);
        return String.format(Locale.ROOT, "%.0f (%.0f … %.0f)", spread.median(), spread.least(), spread.most());
    }
}
