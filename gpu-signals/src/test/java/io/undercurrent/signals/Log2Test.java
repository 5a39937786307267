package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class Log2Test {
    private static final double LN2 = StrictMath.log(2);

    @Test
    void powersOfTwoAreExact() {
        for (int e = -126; e <= 127; e++) {
            assertEquals((float) e, Log2.of(Math.scalb(1f, e)), 0f);
        }
    }

    @Test
    void theErrorStaysWithinItsBound() {
        double worst = 0;
        for (int exponent = -126; exponent <= 127; exponent += 23) {
            for (int mantissa = 0; mantissa < 1 << 23; mantissa += exponent == 12 ? 1 : 7) {
                worst = Math.max(worst, excess(Float.intBitsToFloat(((exponent + 127) << 23) | mantissa)));
            }
        }
        for (int bits = Float.floatToRawIntBits(0.7f); bits < Float.floatToRawIntBits(1.5f); bits++) {
            worst = Math.max(worst, excess(Float.intBitsToFloat(bits)));
        }
        System.out.println("log2: largest absolute error beyond half a unit of the result " + worst);
        assertTrue(worst <= Log2.MAX_ERROR, "error " + worst);
    }

    private static double excess(final float x) {
        final double exact = StrictMath.log(x) / LN2;
        final float given = Log2.of(x);
        return Math.abs(given - exact) - 0.5 * Math.ulp((float) exact);
    }

    @Test
    void whatHasNoLogarithmGivesTheLeast() {
        for (final float x : new float[] {0f, -0f, -1f, Float.MIN_VALUE, Float.NaN, Float.NEGATIVE_INFINITY}) {
            assertEquals(Log2.LEAST, Log2.of(x), 0f);
        }
        assertEquals(128f, Log2.of(Float.POSITIVE_INFINITY), 0f);
    }

    @Test
    void someBitsForOtherImplementations() {
        assertEquals(0x3fcae00d, Float.floatToRawIntBits(Log2.of(3f)), "log2 3");
        assertEquals(0x40549a78, Float.floatToRawIntBits(Log2.of(10f)), "log2 10");
        assertEquals(0xc0549a78, Float.floatToRawIntBits(Log2.of(0.1f)), "log2 0.1");
    }
}
