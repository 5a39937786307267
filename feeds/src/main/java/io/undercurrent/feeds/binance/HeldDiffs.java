package io.undercurrent.feeds.binance;

import java.util.Arrays;

/**
 * Raw diff lines that wait for a snapshot. Grows up to a limit; past it {@link #add} refuses. One thread.
 */
final class HeldDiffs {
    private static final int INITIAL_BYTES = 1 << 16;
    private static final int INITIAL_LINES = 1 << 8;

    private final int maxBytes;
    private byte[] bytes = new byte[INITIAL_BYTES];
    private int[] ends = new int[INITIAL_LINES];
    private int count;

    HeldDiffs(final int maxBytes) {
        this.maxBytes = maxBytes;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    /** Copies the line; {@code false}: no room. */
    boolean add(final byte[] line, final int offset, final int length) {
        final int used = count == 0 ? 0 : ends[count - 1];
        if (length > maxBytes - used) {
            return false;
        }
        if (used + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + length, (int) Math.min(maxBytes, 2L * bytes.length)));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(line, offset, bytes, used, length);
        ends[count++] = used + length;
        return true;
    }

    byte[] bytes() {
        return bytes;
    }

    int offset(final int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    int length(final int line) {
        return ends[line] - offset(line);
    }
}
