package io.undercurrent.signals.cuda;

import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.RandomRows;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.Sweep;
import io.undercurrent.signals.Sweeps;
import java.util.SplittableRandom;

/** Sweeps of some instruments, each now and then absent, and the results that the CPU gives for them. */
final class Tape {
    static final int ROW_MS = 1_000;
    static final int PATIENCE_MS = 60_000;

    private final int capacity;
    private final Sweep[] sweeps;
    private final SignalResults[] expected;

    private Tape(final int capacity, final Sweep[] sweeps, final SignalResults[] expected) {
        this.capacity = capacity;
        this.sweeps = sweeps;
        this.expected = expected;
    }

    /** As many slots as kinds, and two that never have a row. */
    static Tape of(final long seed, final int count, final RandomRows.Kind... kinds) {
        return of(new CpuBackend(kinds.length + 2, ROW_MS), seed, count, kinds);
    }

    static Tape of(final SignalBackend oracle, final long seed, final int count, final RandomRows.Kind... kinds) {
        final int capacity = kinds.length + 2;
        final SplittableRandom random = new SplittableRandom(seed);
        final RandomRows[] rows = new RandomRows[kinds.length];
        for (int k = 0; k < kinds.length; k++) {
            rows[k] = new RandomRows(kinds[k], random.split(), ROW_MS);
        }
        final Sweep[] sweeps = new Sweep[count];
        final SignalResults[] expected = new SignalResults[count];
        try (oracle) {
            for (int s = 0; s < count; s++) {
                sweeps[s] = new Sweep(capacity);
                sweeps[s].begin(s, s);
                for (int k = 0; k < kinds.length; k++) {
                    final int[] row = rows[k].next();
                    if (random.nextInt(8) != 0) {
                        Sweeps.add(sweeps[s], capacity - 1 - k, rows[k].restart(), row);
                    }
                }
                expected[s] = new SignalResults(capacity);
                oracle.evaluate(sweeps[s], expected[s]);
            }
        }
        return new Tape(capacity, sweeps, expected);
    }

    /** For a backend that takes it; a machine that is busy with other things is no slow device. */
    CudaOptions options() {
        return new CudaOptions(capacity, ROW_MS, 2 * capacity, 4, 256, PATIENCE_MS);
    }

    int capacity() {
        return capacity;
    }

    int count() {
        return sweeps.length;
    }

    Sweep sweep(final int s) {
        return sweeps[s];
    }

    void assertSameBits(final int s, final SignalResults actual, final String where, final int[] telling) {
        for (int i = 0; i < sweeps[s].count(); i++) {
            Sweeps.assertSameBits(expected[s], actual, i, where + ", sweep " + s + ", slot " + sweeps[s].slot(i), telling);
        }
    }
}
