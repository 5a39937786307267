package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.signals.SyntheticMarket.Plant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalMeaningTest {
    private static final int QUIET_ROWS = 3_400;
    private static final int PLANTED_ROWS = 600;
    private static final int ROW_MS = 1_000;
    private static final int ASK_EVERY = 20;
    private static final int MID2_MIRROR = 200_000;

    @ParameterizedTest
    @EnumSource
    void aPlantedProgrammeHasMoreEvidenceThanAQuietMarketAndTheOtherSide(final Signal signal) {
        final Plant plant = Plant.valueOf(signal.name());
        for (int seed = 1; seed <= 3; seed++) {
            final double planted = meanEvidence(signal, plant, seed, SignalSide.ACCUMULATION);
            final double quiet = meanEvidence(signal, Plant.NOTHING, seed, SignalSide.ACCUMULATION);
            final double opposite = meanEvidence(signal, plant, seed, SignalSide.DISTRIBUTION);
            System.out.println(signal + " seed " + seed + ": planted " + planted + ", quiet " + quiet + ", other side " + opposite);
            assertTrue(planted > quiet + 2, "planted " + planted + ", quiet " + quiet);
            assertTrue(planted > opposite + 0.5, "planted " + planted + ", other side " + opposite);
        }
    }

    @Test
    void depthThatIsExecutedAndRefilledIsMoreOfASinkholeThanDepthThatIsCancelled() {
        for (int seed = 1; seed <= 3; seed++) {
            final double spoof = meanEvidence(Signal.SINKHOLE, Plant.SPOOF, seed, SignalSide.ACCUMULATION);
            final double sinkhole = meanEvidence(Signal.SINKHOLE, Plant.SINKHOLE, seed, SignalSide.ACCUMULATION);
            System.out.println("seed " + seed + ": sinkhole " + sinkhole + ", spoof " + spoof);
            assertTrue(sinkhole > spoof + 1, "sinkhole " + sinkhole + ", spoof " + spoof);
        }
    }

    @ParameterizedTest
    @EnumSource
    void mirroredRowsSwapTheSidesExactly(final Plant plant) {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final SyntheticMarket market = new SyntheticMarket(new SplittableRandom(seed), ROW_MS);
        final SignalResults results = new SignalResults(1);
        final SignalResults mirrored = new SignalResults(1);
        try (CpuBackend backend = new CpuBackend(2, ROW_MS)) {
            for (int r = 0; r < QUIET_ROWS + PLANTED_ROWS; r++) {
                final int[] row = market.next(r < QUIET_ROWS ? Plant.NOTHING : plant);
                backend.evaluate(Sweeps.one(0, false, row), results);
                backend.evaluate(Sweeps.one(1, false, SyntheticMarket.mirrored(row, MID2_MIRROR)), mirrored);
                for (final Signal signal : Signal.values()) {
                    final String where = "seed " + seed + ", row " + r + ", " + signal;
                    assertEquals(bits(results, SignalSide.ACCUMULATION, signal), bits(mirrored, SignalSide.DISTRIBUTION, signal), where);
                    assertEquals(bits(results, SignalSide.DISTRIBUTION, signal), bits(mirrored, SignalSide.ACCUMULATION, signal), where);
                }
            }
        }
    }

    @Test
    void withoutItsCapabilityASignalIsUnavailable() {
        for (int capabilities = 0; capabilities < 16; capabilities++) {
            final SignalResults results = resultsAfter(QUIET_ROWS, capabilities);
            for (final SignalSide side : SignalSide.values()) {
                assertEquals((capabilities & RowLayout.HAS_OWN_VENUE_TRADES) == 0, Float.isNaN(results.score(0, side, Signal.ABSORPTION)));
                assertEquals((capabilities & RowLayout.HAS_OFF_EXCHANGE) == 0, Float.isNaN(results.score(0, side, Signal.DARK_POOL)));
                assertEquals((capabilities & RowLayout.HAS_DEPTH) == 0, Float.isNaN(results.score(0, side, Signal.SINKHOLE)));
                assertTrue(results.score(0, side, Signal.CREEP) >= 0);
                assertEquals((capabilities & RowLayout.HAS_OWN_VENUE_TRADES) == 0, Float.isNaN(results.score(0, side, Signal.CONTRACTION)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSignalBecomesAvailableWhenTheBaselineOfItsHorizonHasThirtyPoints(final Signal signal) {
        // Coarse rows needed: 29 points back, every second one, the oldest point's horizon, the gap; then the next baseline.
        final int needed = 2 * 29 + 30 + 60;
        assertAvailableFrom(signal, 60 * ((needed + 5) / 6));
    }

    private static void assertAvailableFrom(final Signal signal, final int rows) {
        final SignalSide side = SignalSide.ACCUMULATION;
        assertTrue(Float.isNaN(resultsAfter(rows - 1, SyntheticMarket.ALL_CAPABILITIES).score(0, side, signal)), signal + " too early");
        assertTrue(resultsAfter(rows, SyntheticMarket.ALL_CAPABILITIES).score(0, side, signal) >= 0, signal + " too late");
    }

    private static SignalResults resultsAfter(final int rows, final int capabilities) {
        final SyntheticMarket market = new SyntheticMarket(new SplittableRandom(7), ROW_MS);
        final SignalResults results = new SignalResults(1);
        try (CpuBackend backend = new CpuBackend(1, ROW_MS)) {
            for (int r = 0; r < rows; r++) {
                final int[] row = market.next(Plant.NOTHING);
                row[RowColumn.CAPABILITIES.ordinal()] = capabilities;
                backend.evaluate(Sweeps.one(0, false, row), results);
            }
        }
        return results;
    }

    private static int bits(final SignalResults results, final SignalSide side, final Signal signal) {
        return Float.floatToRawIntBits(results.score(0, side, signal));
    }

    /** Of the newest ones among the planted rows. */
    private static double meanEvidence(final Signal signal, final Plant plant, final long seed, final SignalSide side) {
        final SyntheticMarket market = new SyntheticMarket(new SplittableRandom(seed), ROW_MS);
        double sum = 0;
        int asked = 0;
        try (ReferenceBackend backend = new ReferenceBackend(ROW_MS)) {
            for (int r = 0; r < QUIET_ROWS + PLANTED_ROWS; r++) {
                final int[] row = market.next(r < QUIET_ROWS ? Plant.NOTHING : plant);
                backend.append(Sweeps.one(0, false, row));
                if (r >= QUIET_ROWS + PLANTED_ROWS / 2 && r % ASK_EVERY == 0) {
                    sum += evidence(backend.explain(0, side, signal));
                    asked++;
                }
            }
        }
        return sum / asked;
    }

    private static float evidence(final Explanation explanation) {
        return explanation.gates().stream().filter(gate -> gate.name().equals("evidence")).findFirst().orElseThrow().value();
    }
}
