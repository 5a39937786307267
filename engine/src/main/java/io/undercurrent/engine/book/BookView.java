package io.undercurrent.engine.book;

import io.undercurrent.codec.sbe.Side;
import io.undercurrent.signals.RowLayout;

/**
 * How everybody reads a book, whatever its kind. Prices and sizes are in 1e-9. Level 0 is the best of its side; levels are
 * counted without the prices between them that nobody shows. Read it on the thread that applies the events.
 */
public interface BookView {
    /** Levels of a side that count as visible. */
    int VISIBLE_LEVELS = RowLayout.LEVELS;

    /** Price of a level that is not there. Its size and order count are 0. */
    long NO_PRICE = Long.MIN_VALUE;

    /** Levels held, visible or not. */
    int levels(Side side);

    /** {@link #NO_PRICE} where the side has no such level. */
    long price(Side side, int level);

    /** 0 where the side has no such level. */
    long size(Side side, int level);

    /** 0 where the side has no such level, or the feed does not tell. */
    int orderCount(Side side, int level);

    /** 0 where nobody shows this price. */
    long sizeAt(Side side, long price);

    /** Sum over the visible levels; {@code Long.MAX_VALUE} where that is too small for it. */
    long visibleSize(Side side);

    BookState state();

    /** False between the begin and the end of a snapshot: the book then holds only a part of what stands. */
    boolean whole();

    /** Equal for equal books of one kind, hidden details included (order ids, update times): for comparing a replay. */
    long stateHash();

    default long bestBid() {
        return price(Side.BID, 0);
    }

    default long bestAsk() {
        return price(Side.ASK, 0);
    }
}
