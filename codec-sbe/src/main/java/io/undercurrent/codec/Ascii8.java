package io.undercurrent.codec;

/**
 * Up to eight ASCII characters in a long, first character in the lowest byte, zero padded: how venues, conditions and participant
 * names travel without an object. Written little endian it is the {@code Code8} of the schema.
 */
public final class Ascii8 {
    public static final int MAX_LENGTH = 8;

    private Ascii8() {
    }

    /** Packs the text; characters past the eighth are dropped, those outside ASCII become {@code ?}. */
    public static long pack(final CharSequence text) {
        long packed = 0;
        for (int i = Math.min(text.length(), MAX_LENGTH) - 1; i >= 0; i--) {
            final char c = text.charAt(i);
            packed = packed << 8 | (c < 0x80 ? c : '?');
        }
        return packed;
    }

    /** As {@link #pack(CharSequence)}, from bytes. */
    public static long pack(final byte[] bytes, final int offset, final int length) {
        long packed = 0;
        for (int i = Math.min(length, MAX_LENGTH) - 1; i >= 0; i--) {
            final byte b = bytes[offset + i];
            packed = packed << 8 | (b >= 0 ? b : '?');
        }
        return packed;
    }

    public static String unpack(final long packed) {
        final StringBuilder text = new StringBuilder(MAX_LENGTH);
        for (long rest = packed; rest != 0; rest >>>= 8) {
            text.append((char) (rest & 0x7F));
        }
        return text.toString();
    }
}
