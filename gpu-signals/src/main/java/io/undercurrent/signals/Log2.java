package io.undercurrent.signals;

/**
 * Binary logarithm in a fixed order of correctly rounded float32 operations, so that every implementation gets the same bits.
 * With x = 2^e·m, m in [√½, √2), s = (m − 1)/(m + 1): log2 x = e + (2/ln 2)·(s + s³/3 + s⁵/5 + s⁷/7 + s⁹/9).
 */
final class Log2 {
    /** Largest absolute error, beside half a unit in the last place of the result. */
    static final double MAX_ERROR = 1.2e-7;

    /** Result for what has no logarithm. */
    static final float LEAST = -126f;

    private static final int SQRT_HALF_BITS = 0x3f3504f3;
    private static final float C1 = 2.88539f;
    private static final float C3 = 0.9617967f;
    private static final float C5 = 0.57707804f;
    private static final float C7 = 0.41219857f;
    private static final float C9 = 0.3205989f;

    private Log2() {
    }

    /** The logarithm of {@code x}; {@link #LEAST} for all below 2^−126, negative numbers and NaN; 128 for infinity. */
    static float of(final float x) {
        if (!(x >= Float.MIN_NORMAL)) {
            return LEAST;
        }
        final int bits = Float.floatToRawIntBits(x);
        final int exponent = (bits - SQRT_HALF_BITS) >> 23;
        final float m = Float.intBitsToFloat(bits - (exponent << 23));
        final float s = (m - 1f) / (m + 1f);
        final float q = s * s;
        return exponent + s * (C1 + q * (C3 + q * (C5 + q * (C7 + q * C9))));
    }
}
