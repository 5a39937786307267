package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Small cases that were worked out by hand; L = 100 unless said. */
class SignalFormulasTest {
    private static final long L = 100;

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
        assertEquals(0.251f, SignalFormulas.scale(0f, 0.25f), 0f);
        assertEquals(1.4836f, SignalFormulas.scale(1f, 0.25f), 1e-6f);
        assertEquals(2f, SignalFormulas.z(3f, 2f, 0.5f), 0f);
        assertEquals(8f, SignalFormulas.z(300f, 2f, 0.5f), 0f);
        assertEquals(-8f, SignalFormulas.z(-300f, 2f, 0.5f), 0f);
        assertEquals(0f, SignalFormulas.z(2f, 2f, SignalFormulas.scale(0f, 0.25f)), 0f);
    }

    @Test
    void featuresAreLogarithmsOfRatiosThatNeverDivideByNothing() {
        assertEquals(2f, SignalFormulas.refill(700, 100, L), 0f);
        assertEquals(0f, SignalFormulas.refill(0, 0, L), 0f);
        assertEquals(-2f, SignalFormulas.small(0, 0, L), 0f);
        assertEquals(-1f, SignalFormulas.small(700, 1_200, L), 0f);
        assertEquals(10f, SignalFormulas.depth(300 * 924, 300, L), 0f);
        assertEquals(1f, SignalFormulas.swallowed(300, 100, L), 0f);
        assertEquals(3f, SignalFormulas.variance(7), 0f);
        assertEquals(0f, SignalFormulas.variance(0), 0f);
        assertEquals(10f, SignalFormulas.volume(924, L), 0f);
        assertEquals(5f, SignalFormulas.updates(31), 0f);
    }

    @Test
    void theOffExchangeShareLeansOnItsBase() {
        final float base = SignalFormulas.base(256, 1_024);
        assertEquals(0.25f + 1f / 1_024f, base, 0f);
        assertEquals(1f / 1_024f, SignalFormulas.base(0, 0), 0f);
        // (400 + 100 + 2000 · 0.25) / (2000 + 2000) = 1/4.
        assertEquals(-2f, SignalFormulas.offExchange(400, 2_000, L, 0.25f), 0f);
    }

    @Test
    void aSpreadIsTimeWeightedAndHasALeast() {
        assertEquals(2.5f, SignalFormulas.spread(2_500, 1_000), 0f);
        assertEquals(0f, SignalFormulas.spread(0, 0), 0f);
        assertEquals(1f, SignalFormulas.logSpread(2_000, 1_000), 0f);
        assertEquals(-4f, SignalFormulas.logSpread(0, 1_000), 0f);
        assertEquals(1f, SignalFormulas.spreadRatio(0f, 0f), 0f);
        assertEquals(0.5f, SignalFormulas.spreadRatio(1f, 2f), 0f);
    }

    @Test
    void theResidualIsWhatTheFlowDoesNotExplain() {
        // Four buckets (x, y): (4, 2) (−4, −2) (2, 2) (−2, 0): Σx² = 40, Σxy = 20, Σy² = 12, β = 1/2, σ² = (12 − 10)/4.
        final float beta = SignalFormulas.beta(0, 40, 20);
        assertEquals(0.5f, beta, 0f);
        final float sigma = SignalFormulas.sigma(12, 20, beta, 4);
        assertEquals(Math.sqrt(0.5), sigma, 1e-7);
        // Sold 100, fell 2: 48 beyond the expected fall of 50, over 4 buckets.
        assertEquals(8f, SignalFormulas.residual(-2, -100, beta, sigma, 4), 0f);
        assertEquals(48 / ((10 + 1e-3) * 2), SignalFormulas.residual(-2, -100, beta, 10f, 4), 1e-6);
        assertEquals(-48 / ((10 + 1e-3) * 2), SignalFormulas.residual(2, 100, beta, 10f, 4), 1e-6);
        assertEquals(0f, SignalFormulas.beta(0, 0, 0), 0f);
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
    void absorptionNeedsHitsAndASteadySpread() {
        assertEquals(0.5f, SignalFormulas.absorption(1.75f, 2f, 300, L, 1f), 0f);
        assertEquals(0f, SignalFormulas.absorption(1.75f, 2f, 299, L, 1f), 0f);
        assertEquals(0.25f, SignalFormulas.absorption(1.75f, 2f, 300, L, 1.625f), 0f);
        assertEquals(0f, SignalFormulas.absorption(8f, 8f, 300, L, 2f), 0f);
    }

    @Test
    void creepNeedsASlowRise() {
        assertEquals(0.5f, SignalFormulas.creep(2.25f, 3, 0.1f), 0f);
        assertEquals(0f, SignalFormulas.creep(2.25f, 0, 0f), 0f);
        assertEquals(0f, SignalFormulas.creep(2.25f, -3, -0.1f), 0f);
        assertEquals(0f, SignalFormulas.creep(2.25f, 3, 5f), 0f);
        // From 20,000 by 30 is 15 bp, in 300 s.
        assertEquals(0.05f, SignalFormulas.bpPerSecond(30, 20_000, 300_000), 1e-8f);
    }

    @Test
    void darkPoolTakesItsSideFromTheResidual() {
        assertEquals(0.5f, SignalFormulas.darkPool(2.25f, 1f, 1f), 0f);
        assertEquals(1f, SignalFormulas.darkPool(2.25f, 3.5f, 1f), 0f);
        assertEquals(0f, SignalFormulas.darkPool(8f, 8f, -0.1f), 0f);
    }

    @Test
    void sinkholeNeedsDepthThatIsExecuted() {
        assertEquals(0.5f, SignalFormulas.sinkhole(1.75f, 8f, 1f), 0f);
        assertEquals(0f, SignalFormulas.sinkhole(8f, 0f, 1f), 0f);
        assertEquals(0f, SignalFormulas.sinkhole(8f, 8f, -1f), 0f);
    }

    @Test
    void contractionIsTheMeanOfTightAndCalm() {
        assertEquals(0.5f, SignalFormulas.contraction(-1.5f, -2f, 3f, 1, 0f, 0f), 0f);
        assertEquals(0f, SignalFormulas.contraction(1f, -2f, 3f, 1, 0f, 0f), 0f);
        assertEquals(1f, SignalFormulas.contraction(1f, -2f, 1.2f, 1, 0f, 0f), 0f);
        assertEquals(0f, SignalFormulas.contraction(-3f, -2f, 3f, 0, 0f, 0f), 0f);
        assertEquals(0f, SignalFormulas.contraction(-3f, -2f, 3f, 1, -1f, 0f), 0f);
        assertEquals(0f, SignalFormulas.contraction(-3f, -2f, 3f, 1, 0f, -1f), 0f);
    }
}
