package io.undercurrent.feeds.input;

import io.undercurrent.codec.Decimals;

/** The fields of one line, cut at a separator without copying. Allocates nothing. One thread. */
public final class Fields {
    /** What {@link #integer} and {@link #decimal} return for text that is not such a number. */
    public static final long INVALID = Decimals.INVALID;

    private static final int MAX_DIGITS = 19;
    private static final int NANO_DIGITS = 9;

    private final int[] starts;
    private final int[] ends;
    private byte[] buffer = new byte[0];
    private int count;

    public Fields(final int capacity) {
        starts = new int[capacity];
        ends = new int[capacity];
    }

    /** Cuts the line; valid until its bytes change. Returns the number of fields, of which those past the capacity are not kept. */
    public int split(final byte[] line, final int offset, final int length, final char separator) {
        buffer = line;
        int found = 0;
        int start = offset;
        final int end = offset + length;
        for (int i = offset; i <= end; i++) {
            if (i == end || line[i] == separator) {
                if (found < starts.length) {
                    starts[found] = start;
                    ends[found] = i;
                }
                found++;
                start = i + 1;
            }
        }
        count = found;
        return found;
    }

    public int count() {
        return count;
    }

    public byte[] buffer() {
        return buffer;
    }

    public int start(final int field) {
        return starts[field];
    }

    public int length(final int field) {
        return ends[field] - starts[field];
    }

    /** The only byte of the field; 0 where it has none or several. */
    public byte single(final int field) {
        return length(field) == 1 ? buffer[starts[field]] : 0;
    }

    /** {@code [-]digits} that fit a long; {@link #INVALID} for anything else. */
    public long integer(final int field) {
        int i = starts[field];
        final int end = ends[field];
        final boolean negative = i < end && buffer[i] == '-';
        if (negative) {
            i++;
        }
        if (i == end || end - i > MAX_DIGITS) {
            return INVALID;
        }
        long value = 0;
        for (; i < end; i++) {
            final int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return INVALID;
            }
            value = value * 10 + digit;
        }
        // nineteen digits overflow at most once, into the sign
        return value < 0 ? INVALID : negative ? -value : value;
    }

    /**
     * {@code digits[.digits]} in 1e-9, rounded half up where it has more than nine decimals: for times, which some files print from binary
     * floating point ({@code 35821.088778456004}). {@link #INVALID} for anything else.
     */
    public long rounded(final int field) {
        final int point = indexOf(field, '.');
        final int nine = point + 1 + NANO_DIGITS;
        if (length(field) > 0 && buffer[starts[field]] == '-') {
            return INVALID;
        }
        if (point < 0 || ends[field] <= nine) {
            return decimal(field);
        }
        for (int i = nine; i < ends[field]; i++) {
            if (buffer[i] < '0' || buffer[i] > '9') {
                return INVALID;
            }
        }
        final long value = Decimals.parse(buffer, starts[field], nine - starts[field]);
        return value == INVALID || value == Long.MAX_VALUE ? INVALID : buffer[nine] >= '5' ? value + 1 : value;
    }

    private int indexOf(final int field, final char wanted) {
        for (int i = starts[field]; i < ends[field]; i++) {
            if (buffer[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** {@code [-]digits[.digits]} in 1e-9, exactly; {@link #INVALID} for anything else. */
    public long decimal(final int field) {
        return Decimals.parse(buffer, starts[field], length(field));
    }
}
