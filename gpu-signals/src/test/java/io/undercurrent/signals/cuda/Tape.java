package io.undercurrent.signals.cuda;

import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.RandomRows;
import io.undercurrent.signals.ReferenceBackend;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.Sweep;
import io.undercurrent.signals.Sweeps;
import java.util.SplittableRandom;

/** Sweeps of some instruments, each now and then absent from one, and the results that the CPU gives for them. */
final class Tape {
    static final int ROW_MS = 1_000;
    static final int PATIENCE_MS = 60_000;

    private final int capacity;
    private final int rowMs;
    private final Sweep[] sweeps;
    private final SignalResults[] expected;

    private Tape(final int capacity, final int rowMs, final Sweep[] sweeps, final SignalResults[] expected) {
        this.capacity = capacity;
        this.rowMs = rowMs;
        this.sweeps = sweeps;
        this.expected = expected;
    }

    /** As many slots as kinds, and two that never have a row. */
    static Tape of(final long seed, final int count, final RandomRows.Kind... kinds) {
        return of(ROW_MS, seed, count, kinds);
    }

    static Tape of(final int rowMs, final long seed, final int count, final RandomRows.Kind... kinds) {
        final int capacity = kinds.length + 2;
        final SplittableRandom random = new SplittableRandom(seed);
        final RandomRows[] rows = new RandomRows[kinds.length];
        for (int k = 0; k < kinds.length; k++) {
            rows[k] = new RandomRows(kinds[k], random.split(), rowMs);
        }
        final Sweep[] sweeps = new Sweep[count];
        final SignalResults[] expected = new SignalResults[count];
        try (CpuBackend cpu = new CpuBackend(capacity, rowMs)) {
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
                cpu.evaluate(sweeps[s], expected[s]);
            }
        }
        return new Tape(capacity, rowMs, sweeps, expected);
    }

    /** The results are also those of the reference, which is asked at every {@code every}th sweep. */
    Tape assertReferenceAgrees(final int every) {
        final SignalResults results = new SignalResults(capacity);
        final int[] telling = new int[Signal.COUNT];
        try (ReferenceBackend reference = new ReferenceBackend(rowMs)) {
            for (int s = 0; s < sweeps.length; s++) {
                if (s % every == 0) {
                    reference.evaluate(sweeps[s], results);
                    assertSameBits(s, results, "reference", telling);
                } else {
                    reference.append(sweeps[s]);
                }
            }
        }
        return this;
    }

    /** For a backend that takes it; a machine that is busy with other things is no slow device. */
    CudaOptions options() {
        return new CudaOptions(capacity, rowMs, 2 * capacity, 4, 256, PATIENCE_MS);
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
