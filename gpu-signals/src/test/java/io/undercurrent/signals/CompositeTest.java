package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompositeTest {
    private static final Map<Signal, Calibration> CALIBRATION = Calibration.all(new Calibration(-5f, 8f, 1f));

    private static final SignalSide BUYS = SignalSide.ACCUMULATION;
    private static final SignalSide SELLS = SignalSide.DISTRIBUTION;
    private static final int[] ROW = new int[RowLayout.SIGNAL_COLUMNS];

    private final Composite composite = new Composite(2, 1_000, CALIBRATION);
    private final SignalResults results = new SignalResults(1);
    private final Sweep sweep = Sweeps.one(1, false, ROW);

    private void all(final float score) {
        for (final SignalSide side : SignalSide.values()) {
            for (final Signal signal : Signal.values()) {
                results.score(0, side, signal, score);
            }
        }
    }

    private void update(final int rows) {
        for (int r = 0; r < rows; r++) {
            composite.update(sweep, results, 0);
        }
    }

    @Test
    void scoresAreAveragedOverSixtySeconds() {
        all(1f);
        update(60);
        assertEquals(1 - Math.exp(-1), composite.smoothed(BUYS, Signal.CREEP), 1e-5);
        assertEquals(-5 + 8 * (1 - Math.exp(-1)), composite.composite(BUYS), 1e-4);
    }

    @Test
    void theAverageDoesNotDependOnTheRowInterval() {
        final Composite quick = new Composite(2, 100, CALIBRATION);
        all(1f);
        update(60);
        for (int r = 0; r < 600; r++) {
            quick.update(sweep, results, 0);
        }
        assertEquals(composite.smoothed(BUYS, Signal.CREEP), quick.smoothed(BUYS, Signal.CREEP), 1e-5);
    }

    @Test
    void aQuietInstrumentStaysWellBelowZero() {
        all(0f);
        update(600);
        assertEquals(-5f, composite.composite(BUYS), 0f);
        assertEquals(-5f, composite.netLogOdds(BUYS), 0f);
        assertEquals(-5f, composite.netLogOdds(SELLS), 0f);
        assertEquals(1f, composite.coverage(), 0f);
    }

    @Test
    void oneStrongSignalIsEnoughAndLeads() {
        all(0f);
        results.score(0, BUYS, Signal.SINKHOLE, 1f);
        update(600);
        assertEquals(3f, composite.netLogOdds(BUYS), 1e-3f);
        assertEquals(Signal.SINKHOLE, composite.leading(BUYS));
        assertEquals(-8f, composite.netLogOdds(SELLS), 1e-3f);
    }

    @Test
    void equalEvidenceOnBothSidesCancels() {
        all(1f);
        update(600);
        assertEquals(3f, composite.composite(BUYS), 1e-3f);
        assertEquals(0f, composite.netLogOdds(BUYS), 1e-3f);
        assertEquals(0f, composite.netLogOdds(SELLS), 1e-3f);
    }

    @Test
    void theOtherSidesUsualUpsAndDownsTakeNothingAway() {
        all(0f);
        results.score(0, BUYS, Signal.SINKHOLE, 1f);
        results.score(0, SELLS, Signal.CREEP, 0.6f);
        update(600);
        assertEquals(-0.2f, composite.composite(SELLS), 1e-3f);
        assertEquals(3f, composite.netLogOdds(BUYS), 1e-3f);
    }

    @Test
    void anUnavailableSignalDecaysAndSpeaksNeitherForNorAgainst() {
        all(0f);
        results.score(0, BUYS, Signal.CREEP, 1f);
        update(600);
        results.score(0, BUYS, Signal.CREEP, Float.NaN);
        results.score(0, SELLS, Signal.CREEP, Float.NaN);
        update(60);
        assertTrue(Float.isNaN(composite.smoothed(BUYS, Signal.CREEP)));
        assertEquals(-5f, composite.composite(BUYS), 0f);
        assertEquals(0.8f, composite.coverage(), 1e-7f);
        results.score(0, BUYS, Signal.CREEP, 0f);
        update(1);
        assertEquals(Math.exp(-61 / 60.0), composite.smoothed(BUYS, Signal.CREEP), 1e-4);
    }

    @Test
    void whenNothingIsAvailableNothingIsAboveAThreshold() {
        all(1f);
        update(600);
        all(Float.NaN);
        update(1);
        assertTrue(Float.isNaN(composite.composite(BUYS)));
        assertFalse(composite.netLogOdds(BUYS) > -1_000f);
        assertEquals(0f, composite.coverage(), 0f);
    }

    @Test
    void aRestartForgetsAndOtherSlotsDoNot() {
        all(1f);
        update(600);
        composite.update(Sweeps.one(0, true, ROW), results, 0);
        assertTrue(composite.smoothed(BUYS, Signal.CREEP) < 0.02f);
        composite.update(Sweeps.one(1, false, ROW), results, 0);
        assertTrue(composite.smoothed(BUYS, Signal.CREEP) > 0.98f);
        composite.update(Sweeps.one(1, true, ROW), results, 0);
        assertTrue(composite.smoothed(BUYS, Signal.CREEP) < 0.02f);
    }

    @Test
    void eachSignalHasItsOwnCalibration() {
        final Map<Signal, Calibration> calibration = new EnumMap<>(CALIBRATION);
        calibration.put(Signal.CREEP, new Calibration(-2f, 1f, 3f));
        final Composite own = new Composite(2, 1_000, calibration);
        all(0f);
        results.score(0, BUYS, Signal.ABSORPTION, Float.NaN);
        results.score(0, SELLS, Signal.ABSORPTION, Float.NaN);
        own.update(sweep, results, 0);
        assertEquals(-2f, own.composite(BUYS), 0f);
        assertEquals(-2f, own.netLogOdds(BUYS), 0f);
        assertEquals(Signal.CREEP, own.leading(BUYS));
        assertEquals(6f / 7f, own.coverage(), 1e-6f);
    }
}
