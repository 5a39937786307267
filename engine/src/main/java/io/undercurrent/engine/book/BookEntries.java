package io.undercurrent.engine.book;

import io.undercurrent.codec.sbe.Side;

/**
 * What a book is made of: orders, participants' quotes, levels or the best quote. Each kind takes the calls that mean something to it.
 * Sides are BID or ASK, prices within range and sizes above 0 (in {@link #setLevel} and {@link #quote} at least 0).
 */
interface BookEntries {
    default BookOutcome add(final long id, final Side side, final long price, final long size, final long timeNs) {
        return BookOutcome.WRONG_KIND;
    }

    default BookOutcome replace(
            final long id, final long newId, final Side side, final long price, final long size, final long timeNs) {
        return BookOutcome.WRONG_KIND;
    }

    /** Cancels or executes a part. */
    default BookOutcome reduce(final long id, final Side side, final long size, final long timeNs) {
        return BookOutcome.WRONG_KIND;
    }

    default BookOutcome delete(final long id, final Side side) {
        return BookOutcome.WRONG_KIND;
    }

    /** Size 0 deletes the level. */
    default BookOutcome setLevel(final Side side, final long price, final long size, final int orderCount) {
        return BookOutcome.WRONG_KIND;
    }

    /** Size 0: that side is empty, whatever its price says. */
    default BookOutcome quote(final long bidPrice, final long bidSize, final long askPrice, final long askSize) {
        return BookOutcome.WRONG_KIND;
    }

    void clear(Side side);

    default void clear() {
        clear(Side.BID);
        clear(Side.ASK);
    }

    /** Size of the entries not updated since then, behind the best price and no further than the given one. */
    default long staleSize(final Side side, final long beforeNs, final long lastPrice) {
        return 0;
    }

    /** Of what the levels don't show. */
    long hash();
}
