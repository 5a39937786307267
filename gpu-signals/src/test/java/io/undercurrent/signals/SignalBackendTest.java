package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the backends that compute on the calling thread promise about offering and polling. */
class SignalBackendTest {
    private static final int ROW_MS = 1_000;

    enum Kind {
        CPU, REFERENCE;

        SignalBackend open() {
            return switch (this) {
                case CPU -> new CpuBackend(1, ROW_MS);
                case REFERENCE -> new ReferenceBackend(ROW_MS);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesResultsOnlyOfASweepThatWasOffered(final Kind kind) {
        final SignalResults results = new SignalResults(1);
        final Sweep sweep = Sweeps.one(0, false, new int[RowLayout.SIGNAL_COLUMNS]);
        try (SignalBackend backend = kind.open()) {
            assertFalse(backend.poll(results));
            assertTrue(backend.offer(sweep));
            assertTrue(backend.poll(results));
            assertFalse(backend.poll(results));
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsOneSweepUntilItIsPolled(final Kind kind) {
        final SignalResults results = new SignalResults(1);
        final Sweep sweep = Sweeps.one(0, false, new int[RowLayout.SIGNAL_COLUMNS]);
        try (SignalBackend backend = kind.open()) {
            assertTrue(backend.offer(sweep));
            assertFalse(backend.offer(sweep));
            assertThrows(IllegalStateException.class, () -> backend.evaluate(sweep, results));
            backend.flush();
            assertTrue(backend.poll(results));
            assertTrue(backend.offer(sweep));
        }
    }
}
