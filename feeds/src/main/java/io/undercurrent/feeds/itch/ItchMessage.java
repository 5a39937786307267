package io.undercurrent.feeds.itch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads the numbers of a message, all unsigned and big endian, by their offsets in it. Reused; one thread. */
final class ItchMessage {
    /** A price of the format in 1e-9. */
    static final long PRICE_UNIT = 100_000;

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LOCATE = 1;
    private static final int TIME = 5;
    private static final int SYMBOL_BYTES = 8;

    private byte[] buffer = new byte[0];
    private int offset;

    void wrap(final byte[] message, final int at) {
        buffer = message;
        offset = at;
    }

    /** Number of the stock on its day; 0 in messages that are about none. */
    int locate() {
        return (short) SHORTS.get(buffer, offset + LOCATE) & 0xFFFF;
    }

    /** Since midnight, New York. */
    long timeNs() {
        return ((short) SHORTS.get(buffer, offset + TIME) & 0xFFFFL) << 32 | uint32(TIME + 2);
    }

    byte letter(final int at) {
        return buffer[offset + at];
    }

    long uint32(final int at) {
        return (int) INTS.get(buffer, offset + at) & 0xFFFF_FFFFL;
    }

    /** As a long: above 2^63 it is negative. */
    long uint64(final int at) {
        return (long) LONGS.get(buffer, offset + at);
    }

    /** Eight characters, blanks at the end cut off, packed as by {@code Ascii8}; 0: it is no symbol. */
    long symbol(final int at) {
        return text(at, SYMBOL_BYTES);
    }

    /** As {@link #symbol}, of another length up to 8. */
    long text(final int at, final int length) {
        int end = offset + at + length;
        while (end > offset + at && buffer[end - 1] == ' ') {
            end--;
        }
        long packed = 0;
        for (int i = end - 1; i >= offset + at; i--) {
            if (buffer[i] <= ' ' || buffer[i] > '~') {
                return 0;
            }
            packed = packed << 8 | buffer[i];
        }
        return packed;
    }
}
