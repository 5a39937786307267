package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.ReferenceBackend;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.SignalSide;
import io.undercurrent.signals.Sweep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendComparisonTest {
    private static final int INSTRUMENTS = 10;
    private static final int ROW_MS = 1_000;
    private static final long SEED = 11;

    private static BackendComparison compare(final int sweeps, final SignalBackend other) {
        try (SignalBackend reference = new ReferenceBackend(ROW_MS); SignalBackend compared = other) {
            final BackendComparison comparison = new BackendComparison("random", List.of(reference, compared), INSTRUMENTS, SEED);
            final RandomWindows windows = new RandomWindows(SEED, INSTRUMENTS, ROW_MS);
            for (int s = 0; s < sweeps; s++) {
                windows.fill(comparison.next());
                comparison.filled(comparison.next());
            }
            comparison.finish();
            return comparison;
        }
    }

    @Test
    void theCpuGivesTheBitsOfTheReferenceAndTheComparisonSaysHowMuchItSaw() {
        final BackendComparison comparison = compare(2_400, new CpuBackend(INSTRUMENTS, ROW_MS));

        assertEquals(0, comparison.differences());
        assertTrue(comparison.first().isEmpty());
        assertEquals(2_400, comparison.sweeps());
        assertTrue(comparison.rows() > 2_400 * INSTRUMENTS * 8 / 10 && comparison.rows() < 2_400 * INSTRUMENTS, "" + comparison.rows());
        assertTrue(comparison.telling() > 50, "" + comparison.telling());
    }

    @Test
    void oneBitOfOneScoreIsFoundAndShownWhereItIs() {
        final BackendComparison comparison = compare(300, new Queueing(new CpuBackend(INSTRUMENTS, ROW_MS), 217));

        assertEquals(1, comparison.differences());
        final ScoreDifference first = comparison.first().orElseThrow();
        assertEquals(217, first.sweep());
        assertEquals(2, first.row());
        assertEquals(SignalSide.DISTRIBUTION, first.side());
        assertEquals(Signal.CREEP, first.signal());
        assertEquals("reference", first.expectedBy());
        assertEquals("queueing", first.actualBy());
        assertEquals(first.expectedBits() ^ 1, first.actualBits());
        assertTrue(first.values().contains("="), first.values());
    }

    @Test
    void aBackendThatTakesSeveralSweepsAtATimeGetsThemSo() {
        final Queueing queueing = new Queueing(new CpuBackend(INSTRUMENTS, ROW_MS), -1);

        assertEquals(0, compare(300, queueing).differences());
        assertTrue(queueing.most > 1, "at most " + queueing.most + " at a time");
    }

    /** Takes sweeps until flushed, as a device would; of one of them, it turns the last bit of one score. */
    private static final class Queueing implements SignalBackend {
        private final SignalBackend inner;
        private final long wrongSweep;
        private final Deque<Sweep> taken = new ArrayDeque<>();
        private long polled;
        private int most;

        Queueing(final SignalBackend inner, final long wrongSweep) {
            this.inner = inner;
            this.wrongSweep = wrongSweep;
        }

        @Override
        public String name() {
            return "queueing";
        }

        @Override
        public boolean offer(final Sweep sweep) {
            taken.add(sweep);
            most = Math.max(most, taken.size());
            return true;
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public boolean poll(final SignalResults results) {
            if (taken.isEmpty()) {
                return false;
            }
            inner.evaluate(taken.remove(), results);
            if (++polled == wrongSweep) {
                final int bits = Float.floatToRawIntBits(results.score(2, SignalSide.DISTRIBUTION, Signal.CREEP));
                results.score(2, SignalSide.DISTRIBUTION, Signal.CREEP, Float.intBitsToFloat(bits ^ 1));
            }
            return true;
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
