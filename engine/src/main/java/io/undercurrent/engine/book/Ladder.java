package io.undercurrent.engine.book;

import io.undercurrent.codec.sbe.Side;

/** Both sides' levels, changed one entry at a time, with a note of what changed. Callers have checked prices and sizes. */
final class Ladder {
    private final SideLevels bids = new SideLevels(true);
    private final SideLevels asks = new SideLevels(false);
    private final BookDelta delta;

    Ladder(final BookDelta delta) {
        this.delta = delta;
    }

    SideLevels side(final Side side) {
        return side == Side.BID ? bids : asks;
    }

    /** Whether the level at this price can take so much more (or less, if negative). */
    boolean fits(final Side side, final long price, final long more) {
        if (more <= 0) {
            return true;
        }
        final SideLevels levels = side(side);
        final int index = levels.find(price);
        return index < 0 || levels.size(index) <= Long.MAX_VALUE - more;
    }

    /** A new entry. */
    void add(final Side side, final long price, final long size) {
        final SideLevels levels = side(side);
        final int found = levels.find(price);
        final int index;
        if (found >= 0) {
            index = found;
            levels.set(index, levels.size(index) + size, levels.count(index) + 1);
        } else {
            index = ~found;
            levels.insert(index, price, size, 1);
        }
        final int level = levels.level(index);
        delta.added(side, price, size, level);
        delta.touched(level);
    }

    /** An entry that is there gets another size; 0: it goes. */
    void resize(final Side side, final long price, final long from, final long to) {
        if (from == to) {
            return;
        }
        final SideLevels levels = side(side);
        final int index = levels.find(price);
        final int level = levels.level(index);
        if (to > from) {
            delta.added(side, price, to - from, level);
        } else {
            delta.removed(side, price, from - to, level, levels.deep(index));
        }
        delta.touched(level);
        final int count = levels.count(index) - (to == 0 ? 1 : 0);
        if (count == 0) {
            levels.remove(index);
        } else {
            levels.set(index, levels.size(index) - from + to, count);
        }
    }

    /** A whole level; size 0: it goes. False where there was none to go. */
    boolean set(final Side side, final long price, final long size, final int count) {
        final SideLevels levels = side(side);
        final int found = levels.find(price);
        if (found < 0) {
            if (size == 0) {
                return false;
            }
            levels.insert(~found, price, size, count);
            final int level = levels.level(~found);
            delta.added(side, price, size, level);
            delta.touched(level);
            return true;
        }
        final long before = levels.size(found);
        if (before == size && levels.count(found) == count) {
            return true;
        }
        final int level = levels.level(found);
        if (size > before) {
            delta.added(side, price, size - before, level);
        } else if (size < before) {
            delta.removed(side, price, before - size, level, levels.deep(found));
        }
        delta.touched(level);
        if (size == 0) {
            levels.remove(found);
        } else {
            levels.set(found, size, count);
        }
        return true;
    }

    void clear(final Side side) {
        final SideLevels levels = side(side);
        if (levels.length() > 0) {
            delta.touched(0);
            levels.clear();
        }
    }

    long hash() {
        return asks.hash(bids.hash(0));
    }
}
