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
    private static final int MID2_MIRROR = 200_000;

    @ParameterizedTest
    @EnumSource
    void aPlantedProgrammeScoresAboveAQuietMarket(final Signal signal) {
        final Plant plant = Plant.valueOf(signal.name());
        for (int seed = 1; seed <= 5; seed++) {
            final float planted = meanScore(plant, seed, signal, SignalSide.ACCUMULATION);
            final float quiet = meanScore(Plant.NOTHING, seed, signal, SignalSide.ACCUMULATION);
            final float opposite = meanScore(plant, seed, signal, SignalSide.DISTRIBUTION);
            System.out.println(signal + " seed " + seed + ": planted " + planted + ", quiet " + quiet + ", other side " + opposite);
            assertTrue(planted > 0.5f, "planted " + planted);
            assertTrue(quiet < 0.25f, "quiet " + quiet);
            assertTrue(opposite < 0.25f, "other side " + opposite);
        }
    }

    @Test
    void aSpoofIsNotASinkhole() {
        for (int seed = 1; seed <= 5; seed++) {
            final float spoof = meanScore(Plant.SPOOF, seed, Signal.SINKHOLE, SignalSide.ACCUMULATION);
            System.out.println("sinkhole under a spoof, seed " + seed + ": " + spoof);
            assertTrue(spoof < 0.05f, "spoof " + spoof);
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
                assertTrue(results.score(0, side, Signal.CONTRACTION) >= 0);
            }
        }
    }

    @Test
    void signalsBecomeAvailableWhenTheirBaselineHasThirtyPoints() {
        // Coarse rows needed: 29 points back, the oldest point's horizon, the gap; impact residuals: 30 buckets, one before, the gap.
        assertAvailableFrom(Signal.CONTRACTION, 10 * (29 + 12 + 60));
        assertAvailableFrom(Signal.CREEP, 10 * (2 * 29 + 30 + 60));
        assertAvailableFrom(Signal.ABSORPTION, 10 * (2 * 29 + 30 + 60));
        assertAvailableFrom(Signal.DARK_POOL, 10 * (2 * 29 + 30 + 60));
        assertAvailableFrom(Signal.SINKHOLE, 10 * (30 + 1 + 120));
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

    /** Mean score over the second half of the planted rows. */
    private static float meanScore(final Plant plant, final long seed, final Signal signal, final SignalSide side) {
        final SyntheticMarket market = new SyntheticMarket(new SplittableRandom(seed), ROW_MS);
        final SignalResults results = new SignalResults(1);
        double sum = 0;
        try (CpuBackend backend = new CpuBackend(1, ROW_MS)) {
            for (int r = 0; r < QUIET_ROWS + PLANTED_ROWS; r++) {
                final int[] row = market.next(r < QUIET_ROWS ? Plant.NOTHING : plant);
                backend.evaluate(Sweeps.one(0, false, row), results);
                sum += r < QUIET_ROWS + PLANTED_ROWS / 2 ? 0 : results.score(0, side, signal);
            }
        }
        return (float) (sum / (PLANTED_ROWS / 2));
    }
}
