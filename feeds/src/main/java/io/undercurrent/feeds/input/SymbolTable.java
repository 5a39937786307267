package io.undercurrent.feeds.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Values by a symbol's bytes, found without making a string of them. One thread; allocates only to add. */
public final class SymbolTable<V> {
    private static final int INITIAL = 1 << 6;
    private static final int MAX_SYMBOL = 24;

    private final V missing;
    /** Open addressing. */
    private byte[][] keys = new byte[INITIAL][];
    private List<V> values = slots(INITIAL);
    private final List<V> all = new ArrayList<>();

    /** @param missing what {@link #get} returns for a symbol that is not there */
    public SymbolTable(final V missing) {
        this.missing = missing;
    }

    private List<V> slots(final int count) {
        return new ArrayList<>(Collections.nCopies(count, missing));
    }

    /** Whether a symbol can be one: 1 to 24 printable ASCII characters, no quotation mark. */
    public static boolean isSymbol(final byte[] line, final int start, final int length) {
        if (length < 1 || length > MAX_SYMBOL) {
            return false;
        }
        for (int i = start; i < start + length; i++) {
            if (line[i] <= ' ' || line[i] > '~' || line[i] == '"') {
                return false;
            }
        }
        return true;
    }

    public V get(final byte[] line, final int start, final int length) {
        final int slot = slot(line, start, length);
        return keys[slot] == null ? missing : values.get(slot);
    }

    /** @param symbol one that is not there yet; kept */
    public void add(final byte[] symbol, final V value) {
        all.add(value);
        if (2 * all.size() > keys.length) {
            grow();
        }
        final int slot = slot(symbol, 0, symbol.length);
        keys[slot] = symbol;
        values.set(slot, value);
    }

    private void grow() {
        final byte[][] oldKeys = keys;
        final List<V> oldValues = values;
        keys = new byte[2 * oldKeys.length][];
        values = slots(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                final int slot = slot(oldKeys[i], 0, oldKeys[i].length);
                keys[slot] = oldKeys[i];
                values.set(slot, oldValues.get(i));
            }
        }
    }

    /** In the order in which they were added. */
    public List<V> all() {
        return all;
    }

    /** Where the symbol is, or would be. */
    private int slot(final byte[] line, final int start, final int length) {
        int hash = 0;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + line[i];
        }
        int slot = (hash ^ hash >>> 16) & (keys.length - 1);
        while (keys[slot] != null && !Arrays.equals(keys[slot], 0, keys[slot].length, line, start, start + length)) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
