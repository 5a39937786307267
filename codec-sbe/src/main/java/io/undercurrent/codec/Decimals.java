package io.undercurrent.codec;

/**
 * Prices and sizes as int64 in units of 1e-9, exactly: text that needs more than nine decimals or does not fit is an error, never a
 * rounded number.
 */
public final class Decimals {
    /** One whole unit. */
    public static final long ONE = 1_000_000_000L;

    /** What {@link #parse} returns for text that is not an exact decimal of this range. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final int DECIMALS = 9;

    private Decimals() {
    }

    /** Reads {@code [-]digits[.digits]}; trailing zeros past the ninth decimal are allowed. No exponent, no blanks, no plus sign. */
    public static long parse(final byte[] text, final int offset, final int length) {
        int i = offset;
        final int end = offset + length;
        final boolean negative = i < end && text[i] == '-';
        if (negative) {
            i++;
        }
        long value = 0;
        int decimals = -1;
        int digits = 0;
        for (; i < end; i++) {
            final int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                if (decimals == DECIMALS) {
                    if (digit != 0) {
                        return INVALID;
                    }
                    continue;
                }
                value = times10Plus(value, digit);
                if (value < 0) {
                    return INVALID;
                }
                if (decimals >= 0) {
                    decimals++;
                }
            } else if (text[i] == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return INVALID;
            }
        }
        if (digits == 0) {
            return INVALID;
        }
        for (int k = Math.max(decimals, 0); k < DECIMALS; k++) {
            value = times10Plus(value, 0);
            if (value < 0) {
                return INVALID;
            }
        }
        return negative ? -value : value;
    }

    /** {@code -1} where the result does not fit. */
    private static long times10Plus(final long value, final int digit) {
        return value > (Long.MAX_VALUE - digit) / 10 ? -1 : value * 10 + digit;
    }

    /** As {@link #parse(byte[], int, int)}; for configuration and tests. */
    public static long parse(final String text) {
        final byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return parse(bytes, 0, bytes.length);
    }

    /** Reads a plain non-negative integer of at most 18 digits; {@link #INVALID} for anything else. */
    public static long parseInteger(final byte[] text, final int offset, final int length) {
        if (length < 1 || length > 18) {
            return INVALID;
        }
        long value = 0;
        for (int i = offset; i < offset + length; i++) {
            final int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return INVALID;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Appends the shortest exact decimal: {@code 5.51}, {@code 100}, {@code -0.000000001}. */
    public static void append(final StringBuilder out, final long value) {
        if (value < 0) {
            out.append('-');
        }
        // Long.MIN_VALUE has no positive twin; as unsigned its magnitude is right
        final long magnitude = Math.abs(value);
        out.append(Long.divideUnsigned(magnitude, ONE));
        long fraction = Long.remainderUnsigned(magnitude, ONE);
        if (fraction != 0) {
            out.append('.');
            for (long unit = ONE / 10; fraction != 0; unit /= 10) {
                out.append((char) ('0' + fraction / unit));
                fraction %= unit;
            }
        }
    }

    public static String format(final long value) {
        final StringBuilder out = new StringBuilder(24);
        append(out, value);
        return out.toString();
    }
}
