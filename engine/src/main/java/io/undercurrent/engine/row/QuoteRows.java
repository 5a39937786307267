package io.undercurrent.engine.row;

import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.BookState;
import io.undercurrent.signals.RowColumn;

/**
 * The columns of the best quote: valid time, spread time, moves of the mid, order-flow imbalance. The book is looked at when a source packet
 * ends, or, where the source marks none, when event time moves on: states between events of one moment are nobody's quote.
 */
final class QuoteRows {
    static final long CROSSED_LIMIT_NS = 2_000_000_000L;

    private static final long NS_PER_MS = 1_000_000L;
    /** So that spread × the longest row's nanoseconds fits a long. */
    private static final long MAX_SPREAD_TICKS = 1L << 27;
    private static final long MAX_MOVE_TICKS = Integer.MAX_VALUE;

    private final Instrument instrument;
    private final Book book;
    private final RowSums sums;
    private final MarketCounters counters;

    private boolean valid;
    private boolean everValid;
    private long bid;
    private long bidUnits;
    private long ask;
    private long askUnits;
    private long spreadTicks;
    private long mid2;
    /** Sum of the best prices at the last valid moment, in 1e-9. */
    private long priceSum;

    private long validNs;
    private long spreadNs;
    private boolean crossed;
    private boolean crossedCounted;
    private long crossedNs;

    QuoteRows(final Instrument instrument, final Book book, final RowSums sums, final MarketCounters counters) {
        this.instrument = instrument;
        this.book = book;
        this.sums = sums;
        this.counters = counters;
    }

    /** The quote last looked at was one, see {@link #isQuoted}, and from a whole book. */
    boolean valid() {
        return valid;
    }

    /** There has been a valid quote since the restart. */
    boolean everValid() {
        return everValid;
    }

    long priceSum() {
        return priceSum;
    }

    /** Time passes with the quote as it was last looked at. */
    void elapse(final long fromNs, final long toNs) {
        if (valid) {
            validNs += toNs - fromNs;
            spreadNs += spreadTicks * (toNs - fromNs);
        } else if (crossed) {
            crossedNs += toNs - fromNs;
            if (crossedNs > CROSSED_LIMIT_NS && !crossedCounted) {
                crossedCounted = true;
                counters.add(MarketCounter.CROSSED_LONG);
            }
        }
    }

    /**
     * @param trading rows are wanted at all: a session is open and the instrument not halted
     * @return whether the book has become crossed since it was last looked at
     */
    boolean look(final boolean trading) {
        final boolean usable = trading && book.whole();
        final BookState state = book.state();
        if (usable && isQuoted(book)) {
            quote();
        } else {
            valid = false;
        }
        final boolean before = crossed;
        crossed = usable && state == BookState.CROSSED;
        if (!crossed) {
            crossedNs = 0;
            crossedCounted = false;
        }
        return crossed && !before;
    }

    /** It has two sides that are not crossed and whose prices mean something: stub quotes, over 5 % off their mid, are no quote. */
    static boolean isQuoted(final Book book) {
        if (!book.state().valid()) {
            return false;
        }
        final long bid = book.price(Side.BID, 0);
        final long ask = book.price(Side.ASK, 0);
        return ask - bid <= (ask + bid) / 20;
    }

    private void quote() {
        final long newBid = book.price(Side.BID, 0);
        final long newAsk = book.price(Side.ASK, 0);
        final long newBidUnits = instrument.units(book.size(Side.BID, 0));
        final long newAskUnits = instrument.units(book.size(Side.ASK, 0));
        if (valid) {
            sums.add(RowColumn.OFI1, (newBid >= bid ? newBidUnits : 0) - (newBid <= bid ? bidUnits : 0));
            sums.add(RowColumn.OFI1, (newAsk >= ask ? askUnits : 0) - (newAsk <= ask ? newAskUnits : 0));
        }
        if (!everValid || newBid != bid || newAsk != ask) {
            move(newBid, newAsk);
        }
        bid = newBid;
        bidUnits = newBidUnits;
        ask = newAsk;
        askUnits = newAskUnits;
        valid = true;
        everValid = true;
    }

    private void move(final long newBid, final long newAsk) {
        final long bidTicks = instrument.bidTicks(newBid);
        final long askTicks = instrument.askTicks(newAsk);
        if (everValid) {
            final long step = capped(Math.abs(bidTicks + askTicks - mid2), MAX_MOVE_TICKS);
            sums.add(RowColumn.MID2_SQUARE_SUM, step * step);
        }
        mid2 = bidTicks + askTicks;
        priceSum = newBid + newAsk;
        spreadTicks = capped(askTicks - bidTicks, MAX_SPREAD_TICKS);
    }

    private long capped(final long value, final long most) {
        if (value > most) {
            counters.add(MarketCounter.SATURATED);
            return most;
        }
        return value;
    }

    /** Books whole milliseconds; the nanoseconds over stay for the next row, so that sums over rows are exact. */
    void close() {
        sums.set(RowColumn.VALID_MS, validNs / NS_PER_MS);
        validNs %= NS_PER_MS;
        sums.set(RowColumn.SPREAD_TIME, spreadNs / NS_PER_MS);
        spreadNs %= NS_PER_MS;
        sums.set(RowColumn.MID2_CLOSE, mid2);
    }

    void restart() {
        valid = false;
        everValid = false;
        mid2 = 0;
        validNs = 0;
        spreadNs = 0;
        crossed = false;
        crossedNs = 0;
        crossedCounted = false;
    }
}
