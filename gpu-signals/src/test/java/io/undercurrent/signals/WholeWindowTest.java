package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows of equal rows in which a few values change, so that a score can be worked out by hand; for both backends. */
class WholeWindowTest {
    private static final int ROW_MS = 1_000;
    private static final int USUAL_ROWS = 3_000;
    private static final int LAST = 300;

    private final SignalBackend[] backends = {new ReferenceBackend(ROW_MS), new CpuBackend(1, ROW_MS)};
    private final SignalResults[] results = {new SignalResults(1), new SignalResults(1)};
    private final int[] row = new int[RowLayout.SIGNAL_COLUMNS];

    WholeWindowTest() {
        set(VALID_MS, ROW_MS);
        set(MID2_CLOSE, 20_000);
        set(SPREAD_TIME, 2 * ROW_MS);
        set(BUY_VOLUME, 100);
        set(BID_DEPTH10, 1_000);
        set(ASK_DEPTH10, 1_000);
        set(LOT, 100);
        set(CAPABILITIES, SyntheticMarket.ALL_CAPABILITIES);
    }

    @AfterEach
    void closeBackends() {
        for (final SignalBackend backend : backends) {
            backend.close();
        }
    }

    private void set(final RowColumn column, final int value) {
        row[column.ordinal()] = value;
    }

    /** Gives the row {@code count} times; only the last one is evaluated. */
    private void append(final int count) {
        final Sweep sweep = Sweeps.one(0, false, row);
        for (int r = 1; r < count; r++) {
            ((ReferenceBackend) backends[0]).append(sweep);
            ((CpuBackend) backends[1]).append(sweep);
        }
        for (int b = 0; b < backends.length; b++) {
            backends[b].evaluate(sweep, results[b]);
        }
    }

    private void assertScore(final double expected, final SignalSide side, final Signal signal) {
        for (int b = 0; b < backends.length; b++) {
            assertEquals(expected, results[b].score(0, side, signal), 1e-5, backends[b].name() + " " + side + " " + signal);
        }
    }

    @Test
    void whereNothingEverChangesNothingIsSaid() {
        append(USUAL_ROWS);
        for (final Signal signal : Signal.values()) {
            assertScore(0, SignalSide.ACCUMULATION, signal);
            assertScore(0, SignalSide.DISTRIBUTION, signal);
        }
    }

    @Test
    void creepComparesTheShareOfSmallBuysWithWhatIsUsual() {
        append(USUAL_ROWS);
        set(MID2_CLOSE, 20_001);
        set(SMALL_BUY_VOLUME, 50);
        append(1);
        set(SMALL_BUY_VOLUME, 0);
        append(LAST - 1);
        // Usual: log2(100/30,400). Now: log2(150/30,400), so z = log2(1.5)/(0.25 + 0.001) = 2.3305, a rise, score (z − 1)/2.5.
        assertScore((Math.log(1.5) / Math.log(2) / 0.251 - 1) / 2.5, SignalSide.ACCUMULATION, Signal.CREEP);
        append(1);
        assertScore(0, SignalSide.ACCUMULATION, Signal.CREEP);
    }

    @Test
    void absorptionNeedsThreeLotsOfHitsAndAsksForRefills() {
        append(USUAL_ROWS);
        set(BID_HIT, 1);
        set(BID_REFILL, 100);
        append(1);
        set(BID_REFILL, 0);
        append(LAST - 2);
        assertScore(0, SignalSide.ACCUMULATION, Signal.ABSORPTION);
        append(1);
        // 300 hit; refilled 100: z of log2(200/100) is 1/0.251, t = 0, score (z/1.5 − 1)/3.
        assertScore((1 / 0.251 / 1.5 - 1) / 3, SignalSide.ACCUMULATION, Signal.ABSORPTION);
        assertScore(0, SignalSide.DISTRIBUTION, Signal.ABSORPTION);
    }

    @Test
    void contractionOfAOneTickNameLooksAtVarianceAlone() {
        set(SPREAD_TIME, ROW_MS);
        set(MID2_SQUARE_SUM, 1);
        append(USUAL_ROWS);
        set(MID2_CLOSE, 20_001);
        set(MID2_SQUARE_SUM, 0);
        append(69);
        set(MID2_SQUARE_SUM, 1);
        append(51);
        // Usual 120 + 1, now 51 + 1: −½ log2(52/121) = 0.6092, score (0.6092 − 0.25)/0.75.
        assertScore((-0.5 * Math.log(52 / 121.0) / Math.log(2) - 0.25) / 0.75, SignalSide.ACCUMULATION, Signal.CONTRACTION);
        assertScore(0, SignalSide.DISTRIBUTION, Signal.CONTRACTION);
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 151})
    void aWindowWithUnderHalfItsTimeValidIsUnavailable(final int invalid) {
        append(USUAL_ROWS);
        set(VALID_MS, 0);
        append(invalid);
        set(VALID_MS, ROW_MS);
        append(LAST - invalid);
        for (final SignalResults of : results) {
            assertEquals(invalid > 150, Float.isNaN(of.score(0, SignalSide.ACCUMULATION, Signal.CREEP)));
        }
    }

    @Test
    void newestRowsDoNotChangeTheirOwnBaseline() {
        append(USUAL_ROWS);
        set(MID2_CLOSE, 20_001);
        set(SMALL_BUY_VOLUME, 100);
        append(600);
        set(MID2_CLOSE, 20_002);
        append(1);
        assertScore(1, SignalSide.ACCUMULATION, Signal.CREEP);
        assertTrue(Float.isFinite(results[0].score(0, SignalSide.ACCUMULATION, Signal.SINKHOLE)));
    }
}
