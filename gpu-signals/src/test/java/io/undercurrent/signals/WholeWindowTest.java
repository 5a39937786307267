package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows of equal rows in which a few values change, so that what is measured can be worked out by hand. */
class WholeWindowTest {
    private static final int ROW_MS = 1_000;
    private static final int USUAL_ROWS = 3_000;
    private static final int LAST = 300;
    /**
     * Of the least scale, as no value of the baseline differs from the others: six windows are counted to those there are. Horizons of 300
     * after 300 + 3,000 rows: 330 coarse rows, the newest 60 left out, the first 29 before the first whole horizon: 241 candidates.
     */
    private static final double OF_LEAST = Math.sqrt(1 + 6 * 30 / (241.0 + 30));
    private static final double EPSILON = 1e-3;

    private final SignalBackend[] backends = {new ReferenceBackend(ROW_MS), new CpuBackend(1, ROW_MS)};
    private final SignalResults[] results = {new SignalResults(1), new SignalResults(1)};
    private final ReferenceWindow window = new ReferenceWindow();
    private final int[] row = new int[RowLayout.SIGNAL_COLUMNS];

    WholeWindowTest() {
        set(VALID_MS, ROW_MS);
        set(MID2_CLOSE, 20_000);
        set(SPREAD_TIME, 2 * ROW_MS);
        set(BUY_VOLUME, 100);
        set(SELL_VOLUME, 100);
        set(BUY_BURSTS, 1);
        set(SELL_BURSTS, 1);
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
        for (int r = 0; r < count; r++) {
            window.append(sweep, 0);
            if (r < count - 1) {
                ((ReferenceBackend) backends[0]).append(sweep);
                ((CpuBackend) backends[1]).append(sweep);
            }
        }
        for (int b = 0; b < backends.length; b++) {
            backends[b].evaluate(sweep, results[b]);
        }
    }

    private Feature feature(final FeatureKind kind, final int rows, final SignalSide side) {
        return new ReferenceEvaluation(window, side, ROW_MS).feature(Input.own(kind, rows));
    }

    private void assertZ(final double expected, final FeatureKind kind, final int rows) {
        assertEquals(expected, feature(kind, rows, SignalSide.ACCUMULATION).z(), 2e-4 * Math.abs(expected), kind.name());
    }

    private static double log2(final double x) {
        return Math.log(x) / Math.log(2);
    }

    @Test
    void whereNothingEverChangesEverythingIsAsUsual() {
        append(USUAL_ROWS);
        final int each = row[BUY_BURSTS.ordinal()] + row[SELL_BURSTS.ordinal()];
        final long trades = (long) each * SignalDefinition.TRUST_ROWS;
        for (final Signal signal : Signal.values()) {
            final float expected = SignalFormulas.score(SignalFormulas.trusted(Forest.of(signal).evidence(new float[Forest.INPUTS.size()]), trades));
            for (final SignalSide side : SignalSide.values()) {
                for (final SignalResults of : results) {
                    assertEquals(expected, of.score(0, side, signal), 0f, side + " " + signal);
                }
            }
        }
    }

    @Test
    void aShareIsSetAgainstItsUsualOne() {
        set(SMALL_BUY_BURSTS, 1);
        append(USUAL_ROWS);
        assertEquals(0f, feature(FeatureKind.SMALL, LAST, SignalSide.ACCUMULATION).z(), 0f);
        set(SMALL_BUY_BURSTS, 0);
        append(150);
        set(SMALL_BUY_BURSTS, 1);
        append(150);
        // Usually one half of 600, now 150 less; the variance of 602 is 150.5. Shares have a least scale of 0.8.
        assertZ(-150 / Math.sqrt(150.5) / (0.8 * OF_LEAST + EPSILON), FeatureKind.SMALL, LAST);
        // Small sells: there were none, now neither.
        assertEquals(0f, feature(FeatureKind.SMALL, LAST, SignalSide.DISTRIBUTION).z(), 0f);
    }

    @Test
    void aRatioIsSetAgainstItsUsualOneAndHasALotForEachRow() {
        append(USUAL_ROWS);
        set(BID_DEPTH10, 2_000);
        append(LAST);
        // 300 lots of 100 beside 300 x 1,000, now 300 x 2,000; depth has a least scale of 0.1.
        final double now = log2(630 / 330.0);
        assertZ(now / (0.1 * OF_LEAST + EPSILON), FeatureKind.DEPTH, LAST);
        assertZ(now / (0.1 * OF_LEAST + EPSILON), FeatureKind.DEPTH_SIDE, LAST);
        assertEquals(-now, feature(FeatureKind.DEPTH_SIDE, LAST, SignalSide.DISTRIBUTION).value(), 1e-5);
        assertEquals(0f, feature(FeatureKind.DEPTH, LAST, SignalSide.DISTRIBUTION).z(), 0f);
    }

    @Test
    void aRatioHasWhatItsKindAdds() {
        append(USUAL_ROWS);
        set(BID_REFILL, 100);
        append(1);
        set(BID_REFILL, 0);
        append(LAST - 1);
        // A lot and a lot against a lot.
        assertZ(1 / (0.25 * OF_LEAST + EPSILON), FeatureKind.SWALLOWED, LAST);
        append(1);
        assertEquals(0f, feature(FeatureKind.SWALLOWED, LAST, SignalSide.ACCUMULATION).z(), 0f);
    }

    @Test
    void aBalanceIsItself() {
        append(USUAL_ROWS);
        set(BUY_VOLUME, 200);
        append(LAST);
        // 30,000 of 90,000 and ten lots.
        assertZ(30 / 91.0, FeatureKind.NET_VOLUME, LAST);
        assertEquals(-30 / 91.0, feature(FeatureKind.NET_VOLUME, LAST, SignalSide.DISTRIBUTION).z(), 1e-6);
    }

    @Test
    void aTrendIsThatOfTheBucketsOfTenRows() {
        append(USUAL_ROWS);
        set(MID2_CLOSE, 20_004);
        append(150);
        set(MID2_CLOSE, 20_009);
        append(5);
        set(MID2_CLOSE, 20_008);
        append(145);
        // Four up, and four up in the ten rows of another bucket: 8 over the root of 2 x 16 and one.
        assertZ(8 / Math.sqrt(33), FeatureKind.TREND, LAST);
        assertEquals(-8 / Math.sqrt(33), feature(FeatureKind.TREND, LAST, SignalSide.DISTRIBUTION).z(), 1e-6);
    }

    @Test
    void anImpactIsWhatFlowDoesNotExplain() {
        for (int bucket = 0; bucket < USUAL_ROWS / 10; bucket++) {
            final boolean up = bucket % 2 == 0;
            set(up ? BUY_VOLUME : SELL_VOLUME, 200);
            set(MID2_CLOSE, up ? 20_002 : 20_000);
            append(1);
            set(up ? BUY_VOLUME : SELL_VOLUME, 100);
            append(9);
        }
        set(BUY_VOLUME, 200);
        append(1);
        set(BUY_VOLUME, 100);
        set(MID2_CLOSE, 20_003);
        append(LAST - 1);
        // 100 bought move 2, so 1 of 3 is left; a perfect fit keeps 1/1,024 of the variance, 4. 30 buckets.
        assertZ(1 / ((1 / 16.0 + EPSILON) * Math.sqrt(30)), FeatureKind.IMPACT, LAST);
        assertEquals(feature(FeatureKind.IMPACT, LAST, SignalSide.ACCUMULATION).z(), -feature(FeatureKind.IMPACT, LAST, SignalSide.DISTRIBUTION).z(), 0f);
    }

    @Test
    void theLotIsThatOfTheBaselinesNewestRow() {
        append(USUAL_ROWS);
        set(LOT, 1_700);
        append(59);
        assertEquals(log2(330_000), feature(FeatureKind.DEPTH, LAST, SignalSide.ACCUMULATION).value(), 1e-5);
        append(1);
        assertEquals(log2(810_000), feature(FeatureKind.DEPTH, LAST, SignalSide.ACCUMULATION).value(), 1e-5);
    }

    @Test
    void theBaselineIsComputedAtEverySixtiethRow() {
        append(USUAL_ROWS);
        // Every second of 211 candidates.
        assertEquals(106, feature(FeatureKind.DEPTH, LAST, SignalSide.ACCUMULATION).points());
        append(59);
        assertEquals(106, feature(FeatureKind.DEPTH, LAST, SignalSide.ACCUMULATION).points());
        append(1);
        assertEquals(109, feature(FeatureKind.DEPTH, LAST, SignalSide.ACCUMULATION).points());
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 31})
    void aWindowWithUnderNineTenthsOfItsTimeValidIsUnavailable(final int invalid) {
        append(USUAL_ROWS);
        set(VALID_MS, 0);
        append(invalid);
        set(VALID_MS, ROW_MS);
        append(LAST - invalid);
        for (final SignalResults of : results) {
            assertEquals(invalid > 30, Float.isNaN(of.score(0, SignalSide.ACCUMULATION, Signal.CREEP)));
        }
    }

    @Test
    void aHorizonWithTooLittleOfItsTimeValidSaysNothing() {
        append(USUAL_ROWS);
        set(BUY_VOLUME, 200);
        set(VALID_MS, 0);
        append(61);
        set(VALID_MS, ROW_MS);
        append(539);
        assertEquals(0f, feature(FeatureKind.NET_VOLUME, 600, SignalSide.ACCUMULATION).z(), 0f);
        append(1);
        assertZ(60 / 181.0, FeatureKind.NET_VOLUME, 600);
    }

    @Test
    void newestRowsDoNotChangeTheirOwnBaseline() {
        append(USUAL_ROWS);
        set(BID_DEPTH10, 2_000);
        append(600);
        // 30 more coarse rows than after 300, and none of them with the new depth.
        assertZ(log2(630 / 330.0) / (0.1 * Math.sqrt(1 + 6 * 30 / (271.0 + 30)) + EPSILON), FeatureKind.DEPTH, LAST);
    }
}
