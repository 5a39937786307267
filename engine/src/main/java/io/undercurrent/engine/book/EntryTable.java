package io.undercurrent.engine.book;

import org.agrona.BitUtil;

/**
 * Entries of a book by id: a hash table with open addressing whose values stand beside their keys, so that a look-up costs one cache
 * miss. It is at most half full and grows by doubling; removal shifts back what follows, so no grave slows later look-ups.
 * An entry is addressed by its position, which is good until the next insert or remove.
 */
final class EntryTable {
    static final int NONE = -1;

    private static final int INITIAL_ENTRIES = 32;
    /** Longs per slot: id, price, size, tag. A size is above 0; 0 marks a free slot. */
    private static final int STRIDE = 4;
    private static final int PRICE = 1;
    private static final int SIZE = 2;
    private static final int TAG = 3;

    private long[] slots = new long[2 * INITIAL_ENTRIES * STRIDE];
    private int mask = 2 * INITIAL_ENTRIES - 1;
    private int count;

    int find(final long id) {
        for (int i = home(id);; i = i + 1 & mask) {
            final int at = i * STRIDE;
            if (slots[at + SIZE] == 0) {
                return NONE;
            }
            if (slots[at] == id) {
                return at;
            }
        }
    }

    /** The id must not be there, and the size above 0. */
    void insert(final long id, final long price, final long size, final long tag) {
        if (2 * (count + 1) > mask + 1) {
            grow();
        }
        put(id, price, size, tag);
        count++;
    }

    void remove(final int at) {
        int hole = at / STRIDE;
        for (int i = hole + 1 & mask; slots[i * STRIDE + SIZE] != 0; i = i + 1 & mask) {
            final int home = home(slots[i * STRIDE]);
            // an entry may fill the hole if its home is not behind the hole on the way to where it stands
            if ((i - home & mask) >= (i - hole & mask)) {
                System.arraycopy(slots, i * STRIDE, slots, hole * STRIDE, STRIDE);
                hole = i;
            }
        }
        slots[hole * STRIDE + SIZE] = 0;
        count--;
    }

    void update(final int at, final long price, final long size, final long tag) {
        slots[at + PRICE] = price;
        slots[at + SIZE] = size;
        slots[at + TAG] = tag;
    }

    void size(final int at, final long size) {
        slots[at + SIZE] = size;
    }

    long price(final int at) {
        return slots[at + PRICE];
    }

    long size(final int at) {
        return slots[at + SIZE];
    }

    long tag(final int at) {
        return slots[at + TAG];
    }

    int count() {
        return count;
    }

    /** Removes the entries with this tag; rare, so it builds the table anew. */
    void clear(final long tag) {
        final long[] old = slots;
        slots = new long[old.length];
        count = 0;
        for (int at = 0; at < old.length; at += STRIDE) {
            if (old[at + SIZE] != 0 && old[at + TAG] != tag) {
                put(old[at], old[at + PRICE], old[at + SIZE], old[at + TAG]);
                count++;
            }
        }
    }

    void clear() {
        for (int i = 0; i <= mask; i++) {
            slots[i * STRIDE + SIZE] = 0;
        }
        count = 0;
    }

    /** Position of the first entry at or after the slot of {@code from} (start with 0), {@link #NONE} at the end. In no useful order. */
    int next(final int from) {
        for (int at = from; at < slots.length; at += STRIDE) {
            if (slots[at + SIZE] != 0) {
                return at;
            }
        }
        return NONE;
    }

    /** Position behind this one. */
    static int after(final int at) {
        return at + STRIDE;
    }

    /** Independent of the order in which the entries came. */
    long hash() {
        long sum = count;
        for (int at = next(0); at != NONE; at = next(after(at))) {
            sum += Hashes.mix(Hashes.mix(Hashes.mix(Hashes.mix(1, slots[at]), price(at)), size(at)), tag(at));
        }
        return sum;
    }

    private int home(final long id) {
        final long mixed = id * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ mixed >>> 32) & mask;
    }

    private void put(final long id, final long price, final long size, final long tag) {
        int i = home(id);
        while (slots[i * STRIDE + SIZE] != 0) {
            i = i + 1 & mask;
        }
        slots[i * STRIDE] = id;
        update(i * STRIDE, price, size, tag);
    }

    private void grow() {
        final long[] old = slots;
        final int capacity = BitUtil.findNextPositivePowerOfTwo(2 * (mask + 1));
        slots = new long[capacity * STRIDE];
        mask = capacity - 1;
        for (int at = 0; at < old.length; at += STRIDE) {
            if (old[at + SIZE] != 0) {
                put(old[at], old[at + PRICE], old[at + SIZE], old[at + TAG]);
            }
        }
    }
}
