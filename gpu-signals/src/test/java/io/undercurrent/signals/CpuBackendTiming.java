package io.undercurrent.signals;

import java.util.SplittableRandom;

/** Prints what one evaluation (append a row, both sides of five signals) costs with full rings. Arguments: instruments, rounds. */
public final class CpuBackendTiming {
    private static final int ROW_MS = 1_000;
    private static final int FILL = 22_000;
    private static final int ROUNDS_PER_PHASE = SignalDefinition.BUCKET * SignalDefinition.BASELINE_EVERY;

    private CpuBackendTiming() {
    }

    public static void main(final String[] args) {
        final int instruments = args.length > 0 ? Integer.parseInt(args[0]) : 16;
        final int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 4_000;
        final SyntheticMarket market = new SyntheticMarket(new SplittableRandom(1), ROW_MS);
        final Sweep[] sweeps = new Sweep[64];
        for (int s = 0; s < sweeps.length; s++) {
            sweeps[s] = new Sweep(instruments);
        }
        final SignalResults results = new SignalResults(instruments);
        try (CpuBackend backend = new CpuBackend(instruments, ROW_MS)) {
            for (int r = 0; r < FILL; r++) {
                final Sweep sweep = sweeps[r % sweeps.length];
                sweep.begin(r, r);
                for (int slot = 0; slot < instruments; slot++) {
                    Sweeps.add(sweep, slot, false, market.next(SyntheticMarket.Plant.NOTHING));
                }
                backend.append(sweep);
            }
            for (int repeat = 0; repeat < 5; repeat++) {
                final long[] nanos = new long[ROUNDS_PER_PHASE];
                for (int r = 0; r < rounds; r++) {
                    final long start = System.nanoTime();
                    backend.evaluate(sweeps[(r * 7) % sweeps.length], results);
                    nanos[r % ROUNDS_PER_PHASE] += System.nanoTime() - start;
                }
                print(nanos, instruments, rounds);
            }
        }
    }

    private static void print(final long[] nanos, final int instruments, final int rounds) {
        long total = 0;
        long most = 0;
        for (final long phase : nanos) {
            total += phase;
            most = Math.max(most, phase);
        }
        final double each = 1e-3 / instruments / rounds;
        System.out.printf("%d instruments: %.2f us per evaluation; %.2f when the baseline was due, %.2f otherwise%n", instruments,
            total * each, most * each * ROUNDS_PER_PHASE, (total - most) * each * ROUNDS_PER_PHASE / (ROUNDS_PER_PHASE - 1));
    }
}
