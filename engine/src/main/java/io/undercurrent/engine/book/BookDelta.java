package io.undercurrent.engine.book;

import io.undercurrent.codec.sbe.Side;

/**
 * What the last event did to a book: size taken away at one price, size put at one price, or both (an entry that moved). An entry that
 * changes its size at the same price shows only the difference. Clearing a side shows nothing but {@link #visible}. Valid until the next
 * event; sizes are in 1e-9 and 0 where nothing was taken away or put.
 */
public final class BookDelta {
    private Side removedSide = Side.BID;
    private long removedPrice;
    private long removedSize;
    private int removedLevel;
    private boolean removedDeep;
    private Side addedSide = Side.BID;
    private long addedPrice;
    private long addedSize;
    private int addedLevel;
    private boolean visible;

    BookDelta() {
    }

    void reset() {
        removedSize = 0;
        addedSize = 0;
        visible = false;
    }

    void removed(final Side side, final long price, final long size, final int level, final boolean deep) {
        removedSide = side;
        removedPrice = price;
        removedSize = size;
        removedLevel = level;
        removedDeep = deep;
    }

    void added(final Side side, final long price, final long size, final int level) {
        addedSide = side;
        addedPrice = price;
        addedSize = size;
        addedLevel = level;
    }

    void forgetSizes() {
        removedSize = 0;
        addedSize = 0;
    }

    void touched(final int level) {
        visible |= level < BookView.VISIBLE_LEVELS;
    }

    void visible(final boolean changed) {
        visible = changed;
    }

    public Side removedSide() {
        return removedSide;
    }

    public long removedPrice() {
        return removedPrice;
    }

    public long removedSize() {
        return removedSize;
    }

    /** The level the price had before. */
    public int removedLevel() {
        return removedLevel;
    }

    /** The price had stood behind a better one since it was last shown anew. */
    public boolean removedDeep() {
        return removedDeep;
    }

    public Side addedSide() {
        return addedSide;
    }

    public long addedPrice() {
        return addedPrice;
    }

    public long addedSize() {
        return addedSize;
    }

    /** The level the price has now. */
    public int addedLevel() {
        return addedLevel;
    }

    /** A price, size or order count of a visible level is another than before the event. Within a snapshot false until its end. */
    public boolean visible() {
        return visible;
    }
}
