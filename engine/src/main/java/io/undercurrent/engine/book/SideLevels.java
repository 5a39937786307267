package io.undercurrent.engine.book;

import java.util.Arrays;
import org.agrona.BitUtil;

/**
 * The price levels of one side in sorted arrays with the best at the end, where nearly all changes are: an insert moves only what is
 * better than it. Levels are addressed by index; {@link #level} counts from the best.
 */
final class SideLevels {
    private static final int INITIAL_CAPACITY = 32;
    /** Levels next to the best that are scanned one by one before the others are searched. */
    private static final int NEAR = 12;

    private final boolean bids;
    /** Ascending; prices of asks negated, so that the best is the largest on both sides. */
    private long[] keys = new long[INITIAL_CAPACITY];
    private long[] sizes = new long[INITIAL_CAPACITY];
    private int[] counts = new int[INITIAL_CAPACITY];
    private boolean[] deep = new boolean[INITIAL_CAPACITY];
    private int length;

    SideLevels(final boolean bids) {
        this.bids = bids;
    }

    /** Index of the level with this price; if there is none, the complement of where it would be. */
    int find(final long price) {
        final long key = bids ? price : -price;
        final int far = Math.max(0, length - NEAR);
        int i = length - 1;
        while (i >= far && keys[i] > key) {
            i--;
        }
        if (i < far && far > 0) {
            return Arrays.binarySearch(keys, 0, far, key);
        }
        return i >= 0 && keys[i] == key ? i : ~(i + 1);
    }

    int length() {
        return length;
    }

    /** Level of an index, and index of a level; negative for a level that is not there. */
    int level(final int index) {
        return length - 1 - index;
    }

    long price(final int index) {
        return bids ? keys[index] : -keys[index];
    }

    long size(final int index) {
        return sizes[index];
    }

    int count(final int index) {
        return counts[index];
    }

    /** Whether the level has stood behind a better one since it came. */
    boolean deep(final int index) {
        return deep[index];
    }

    void set(final int index, final long size, final int count) {
        sizes[index] = size;
        counts[index] = count;
    }

    void insert(final int index, final long price, final long size, final int count) {
        if (length == keys.length) {
            grow();
        }
        final int behind = length - index;
        if (behind > 0) {
            System.arraycopy(keys, index, keys, index + 1, behind);
            System.arraycopy(sizes, index, sizes, index + 1, behind);
            System.arraycopy(counts, index, counts, index + 1, behind);
            System.arraycopy(deep, index, deep, index + 1, behind);
        } else if (index > 0) {
            deep[index - 1] = true;
        }
        keys[index] = bids ? price : -price;
        sizes[index] = size;
        counts[index] = count;
        deep[index] = behind > 0;
        length++;
    }

    void remove(final int index) {
        final int behind = length - index - 1;
        if (behind > 0) {
            System.arraycopy(keys, index + 1, keys, index, behind);
            System.arraycopy(sizes, index + 1, sizes, index, behind);
            System.arraycopy(counts, index + 1, counts, index, behind);
            System.arraycopy(deep, index + 1, deep, index, behind);
        }
        length--;
    }

    void clear() {
        length = 0;
    }

    long hash(final long seed) {
        long hash = Hashes.mix(seed, length);
        for (int i = 0; i < length; i++) {
            hash = Hashes.mix(Hashes.mix(Hashes.mix(hash, keys[i]), sizes[i]), (long) counts[i] << 1 | (deep[i] ? 1 : 0));
        }
        return hash;
    }

    private void grow() {
        final int capacity = BitUtil.findNextPositivePowerOfTwo(length + 1);
        keys = Arrays.copyOf(keys, capacity);
        sizes = Arrays.copyOf(sizes, capacity);
        counts = Arrays.copyOf(counts, capacity);
        deep = Arrays.copyOf(deep, capacity);
    }
}
