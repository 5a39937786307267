package io.undercurrent.engine.row;

import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.Book;
import io.undercurrent.signals.RowColumn;

/**
 * Follows trades against the best quote: what stands at their price 250 ms later tells whether the size was refilled, was hidden, or
 * gave way. A trade is settled with the book as it stood at that moment and booked to the row that contains it, whenever the next event
 * comes.
 */
final class Absorption {
    static final long SETTLE_NS = 250_000_000L;
    static final int CAPACITY = 128;

    private final Instrument instrument;
    private final Book book;
    private final RowSums sums;
    private final MarketCounters counters;
    // a ring, in order of due times because event time never goes back
    private final long[] dueNs = new long[CAPACITY];
    private final long[] price = new long[CAPACITY];
    private final long[] shown = new long[CAPACITY];
    private final long[] hit = new long[CAPACITY];
    private final Side[] side = new Side[CAPACITY];
    private int head;
    private int count;

    Absorption(final Instrument instrument, final Book book, final RowSums sums, final MarketCounters counters) {
        this.instrument = instrument;
        this.book = book;
        this.sums = sums;
        this.counters = counters;
    }

    /**
     * A trade hit the best quote.
     *
     * @param side of the quote
     * @param shownSize displayed there before the first print, 1e-9
     * @param hitSize of the prints at that price, 1e-9
     */
    void hit(final Side side, final long atPrice, final long shownSize, final long hitSize, final long timeNs) {
        if (count == CAPACITY) {
            counters.add(MarketCounter.ABSORPTION_OVERFLOW);
            return;
        }
        final int at = (head + count) % CAPACITY;
        this.side[at] = side;
        price[at] = atPrice;
        shown[at] = instrument.units(shownSize);
        hit[at] = instrument.units(hitSize);
        dueNs[at] = timeNs + SETTLE_NS;
        count++;
    }

    /**
     * Settles those due at {@code timeNs} or before, with the book as it is.
     *
     * @param known the quote is valid, so the book can be asked
     */
    void settle(final long timeNs, final boolean known) {
        while (count > 0 && dueNs[head] <= timeNs) {
            if (known) {
                settleOldest();
            } else {
                counters.add(MarketCounter.ABSORPTION_UNKNOWN);
            }
            head = (head + 1) % CAPACITY;
            count--;
        }
    }

    private void settleOldest() {
        final Side at = side[head];
        final long p = price[head];
        final boolean bid = at == Side.BID;
        final long best = book.price(at, 0);
        final long last = book.price(at, book.levels(at) - 1);
        final boolean gaveWay = bid ? best < p : best > p;
        // behind the last level held the book says nothing
        if (!gaveWay && (bid ? p < last : p > last)) {
            counters.add(MarketCounter.ABSORPTION_UNKNOWN);
            return;
        }
        final long x = hit[head];
        final long q = shown[head];
        final long d = gaveWay ? 0 : instrument.units(book.sizeAt(at, p));
        sums.add(bid ? RowColumn.BID_HIT : RowColumn.ASK_HIT, x);
        sums.add(bid ? RowColumn.BID_REFILL : RowColumn.ASK_REFILL, Math.clamp(RowSums.saturatedSum(d - q, x), 0, x));
        sums.add(bid ? RowColumn.BID_HIDDEN : RowColumn.ASK_HIDDEN, Math.max(0, x - q));
        if (gaveWay) {
            sums.add(bid ? RowColumn.BID_FAIL : RowColumn.ASK_FAIL, x);
        }
    }

    void clear() {
        head = 0;
        count = 0;
    }
}
