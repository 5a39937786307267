package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Small cases that were worked out by hand. */
class SignalFormulasTest {
    @Test
    void rhoIsStraightBetweenItsEnds() {
        assertEquals(0f, SignalFormulas.rho(0.5f, 1f, 4f), 0f);
        assertEquals(0.5f, SignalFormulas.rho(2.5f, 1f, 4f), 0f);
        assertEquals(1f, SignalFormulas.rho(9f, 1f, 4f), 0f);
        assertEquals(0, Float.floatToRawIntBits(SignalFormulas.rho(-0f, 0f, 1f)));
        assertEquals(0f, SignalFormulas.rho(Float.NaN, 0f, 1f), 0f);
    }

    @Test
    void zIsTheDistanceFromTheMedianInScales() {
        assertEquals(2f, SignalFormulas.z(3f, 2f, 0.5f), 0f);
        assertEquals(16f, SignalFormulas.z(300f, 2f, 0.5f), 0f);
        assertEquals(-16f, SignalFormulas.z(-300f, 2f, 0.5f), 0f);
        assertEquals(0f, SignalFormulas.z(2f, 2f, SignalFormulas.scale(0f, 0.25f, 241, 30)), 0f);
    }

    @Test
    void aScaleIsOfWhatWasSeenAndOfSixWindowsMore() {
        // As many candidates as a horizon has rows: 6 · 1/16 · 30/60 = 3/16 beside 1/16.
        assertEquals(0.501f, SignalFormulas.scale(0f, 0.25f, 30, 30), 1e-7f);
        assertEquals(Math.sqrt(1.4826 * 1.4826 + 3 / 16.0) + 1e-3, SignalFormulas.scale(1f, 0.25f, 30, 30), 1e-6);
        // A baseline of many windows: 6 · 1 · 30/1,920 = 3/32.
        assertEquals(Math.sqrt(1 + 3 / 32.0) + 1e-3, SignalFormulas.scale(0f, 1f, 1_890, 30), 1e-6);
    }

    @Test
    void aUsualShareLeansOnAQuarterAndKeepsFromTheEnds() {
        assertEquals(0.25f, SignalFormulas.usualShare(0, 0), 0f);
        assertEquals(0.5f, SignalFormulas.usualShare(7, 12), 0f);
        assertEquals(1 / 1_024f, SignalFormulas.usualShare(0, 1 << 20), 0f);
        assertEquals(1_023 / 1_024f, SignalFormulas.usualShare(1 << 20, 1 << 20), 0f);
        assertEquals(0.25f, SignalFormulas.usualShare(5, -5), 0f);
    }

    @Test
    void aShareCountsInDeviationsOfItsWhole() {
        // 8 of 14 where 3.5 are usual; the variance of 16 is 3.
        assertEquals(4.5 / Math.sqrt(3), SignalFormulas.share(8, 14, 0.25f), 1e-6);
        assertEquals(0f, SignalFormulas.share(0, 0, 0.25f), 0f);
        assertEquals(SignalFormulas.share(14, 14, 0.25f), SignalFormulas.share(99, 14, 0.25f), 0f);
        assertEquals(SignalFormulas.share(0, 14, 0.25f), SignalFormulas.share(-9, 14, 0.25f), 0f);
        assertEquals(0f, SignalFormulas.share(3, -3, 0.25f), 0f);
    }

    @Test
    void aLogRatioIsOneOfBaseTwo() {
        assertEquals(2f, SignalFormulas.logRatio(800, 200), 0f);
        assertEquals(-10f, SignalFormulas.logRatio(1, 1_024), 0f);
        assertEquals(-126f, SignalFormulas.logRatio(0, 1), 0f);
        assertEquals(-126f, SignalFormulas.logRatio(-8, 1), 0f);
    }

    @Test
    void aBalanceHasASignAndStaysWithinOne() {
        assertEquals(0.5f, SignalFormulas.balance(50, 100), 0f);
        assertEquals(-0.5f, SignalFormulas.balance(-50, 100), 0f);
        assertEquals(1f, SignalFormulas.balance(500, 100), 0f);
        assertEquals(-1f, SignalFormulas.balance(-500, 100), 0f);
        assertEquals(0f, SignalFormulas.balance(50, 0), 0f);
        assertEquals(0f, SignalFormulas.balance(50, -1), 0f);
    }

    @Test
    void aTrendIsTheLargerTheStraighterThePriceWent() {
        assertEquals(1f, SignalFormulas.trend(3, 8), 0f);
        assertEquals(-1f, SignalFormulas.trend(-3, 8), 0f);
        assertEquals(0f, SignalFormulas.trend(0, 0), 0f);
        // Thirty buckets of two ticks, all one way.
        assertEquals(60 / Math.sqrt(121), SignalFormulas.trend(60, 120), 1e-6);
    }

    @Test
    void theResidualIsWhatTheFlowDoesNotExplain() {
        // Four buckets (x, y): (4, 2) (−4, −2) (2, 2) (−2, 0): Σx² = 40, Σxy = 20, Σy² = 12, β = 1/2, σ² = (12 − 10)/4.
        final float beta = SignalFormulas.beta(0, 40, 20);
        assertEquals(0.5f, beta, 0f);
        assertEquals(Math.sqrt(0.5), SignalFormulas.sigma(12, 20, beta, 4), 1e-7);
        assertEquals(0f, SignalFormulas.beta(0, 0, 0), 0f);
        // Sold 100, fell 2: 48 beyond the expected fall of 50.
        assertEquals(48f, SignalFormulas.unexplained(-2, -100, beta), 0f);
        assertEquals(-48f, SignalFormulas.unexplained(2, 100, beta), 0f);
    }

    @Test
    void theResidualCountsInDeviationsOfItsBuckets() {
        final float scale = SignalFormulas.residualScale(10f, 4);
        assertEquals((10 + 1e-3) * 2, scale, 1e-6);
        assertEquals(48 / ((10 + 1e-3) * 2), SignalFormulas.residual(48f, scale), 1e-6);
        assertEquals(8f, SignalFormulas.residual(480f, scale), 0f);
        assertEquals(-8f, SignalFormulas.residual(-480f, scale), 0f);
    }

    @Test
    void squaresBeyondSixtyFourBitsCount() {
        // 2,048 buckets at the bound: Σx² = 2^65.
        assertEquals(0.5f, SignalFormulas.beta(1L << 33, 0, 1L << 62) * 4f, 0f);
    }

    @Test
    void aPerfectFitKeepsAThousandthOfTheVariance() {
        assertEquals(1f, SignalFormulas.sigma(4_096, 8_192, 0.5f, 4), 0f);
    }

    @Test
    void aScoreIsThePlaceOfTheEvidenceBetweenTwoLogOdds() {
        final Ramp ramp = SignalFormulas.EVIDENCE;
        assertEquals(0f, SignalFormulas.score(ramp.low()), 0f);
        assertEquals(0.5f, SignalFormulas.score((ramp.low() + ramp.high()) / 2), 1e-6f);
        assertEquals(1f, SignalFormulas.score(ramp.high()), 0f);
    }

    @Test
    void evidenceOfFewTradesIsTrustedLittle() {
        assertEquals(-3f, SignalFormulas.trusted(6f, 0), 0f, "the prior");
        assertEquals(-3f, SignalFormulas.trusted(6f, -7), 0f);
        assertEquals(-3 + 9 * Math.sqrt(10 / 30.0), SignalFormulas.trusted(6f, 10), 1e-5);
        assertEquals(-3 - 4 * Math.sqrt(10 / 30.0), SignalFormulas.trusted(-7f, 10), 1e-5);
        assertEquals(9f, SignalFormulas.trusted(9f, 1L << 40), 0f);
    }

    @Test
    void aFeatureThatHasASignCountsTheOtherWayForDistributionAndOfTheOtherSide() {
        assertTrue(Input.own(FeatureKind.TREND, 300).negatedFor(SignalSide.DISTRIBUTION));
        assertFalse(Input.own(FeatureKind.TREND, 300).negatedFor(SignalSide.ACCUMULATION));
        assertTrue(Input.opposite(FeatureKind.TREND, 300).negatedFor(SignalSide.ACCUMULATION));
        assertFalse(Input.own(FeatureKind.SMALL, 300).negatedFor(SignalSide.DISTRIBUTION));
        assertEquals(SignalTable.slot(Input.opposite(FeatureKind.SMALL, 600), SignalSide.DISTRIBUTION),
            SignalTable.slot(Input.own(FeatureKind.SMALL, 600), SignalSide.ACCUMULATION));
    }
}
