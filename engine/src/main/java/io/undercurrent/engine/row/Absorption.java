package io.undercurrent.engine.row;

import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.Book;
import io.undercurrent.signals.RowColumn;

/**
 * Follows trades against the best quote: what stands at their price 250 ms later tells whether the size was refilled or was hidden. A
 * trade is settled with the book as it stood at that moment and booked to the row that contains it, whenever the next event comes. Trades
 * one after another at one price, within 250 ms of the first, are a burst, which is settled with its last trade: all that hit against
 * what was shown before the first.
 *
 * <p>Size put at a trade's price before it is settled may be its answer. During the trade, any size is: an order that the exchange shows a
 * part at a time does that. Afterwards it is one if it is just the size of one of the trade's fills; it answers one trade, the newest it can.
 */
final class Absorption {
    static final long SETTLE_NS = 250_000_000L;
    static final int CAPACITY = 128;
    /** So many of a trade's prints at the best price are remembered, the first ones. */
    static final int FILLS = 4;

    private static final int NONE = -1;

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
    /** Size put there, 1e-9; 0: none. */
    private final long[] atOnce = new long[CAPACITY];
    private final long[] matched = new long[CAPACITY];
    /** {@link #FILLS} places a trade; 0: none. */
    private final long[] fill = new long[CAPACITY * FILLS];
    // of the burst, up to and with this trade
    private final long[] beganNs = new long[CAPACITY];
    private final long[] shownFirst = new long[CAPACITY];
    private final long[] hitTogether = new long[CAPACITY];
    private final boolean[] last = new boolean[CAPACITY];
    /** Place of the newest trade against the bid and the ask; it may be settled. */
    private final int[] newest = {NONE, NONE};
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
     * @param fills sizes of the first of these, 1e-9, then 0
     * @param answered size put at that price during the trade, 1e-9
     */
    void hit(
            final Side side, final long atPrice, final long shownSize, final long hitSize, final long[] fills, final long answered,
            final long timeNs) {
        if (count == CAPACITY) {
            counters.add(MarketCounter.ABSORPTION_OVERFLOW);
            return;
        }
        final int at = (head + count) % CAPACITY;
        this.side[at] = side;
        price[at] = atPrice;
        shown[at] = instrument.units(shownSize);
        hit[at] = instrument.units(hitSize);
        atOnce[at] = answered;
        matched[at] = 0;
        System.arraycopy(fills, 0, fill, at * FILLS, FILLS);
        dueNs[at] = timeNs + SETTLE_NS;
        count++;
        burst(at, timeNs);
    }

    private void burst(final int at, final long timeNs) {
        final int quote = side[at] == Side.BID ? 0 : 1;
        final int before = newest[quote];
        // if it has been settled, its burst began 250 ms ago or earlier, or a trade of the other side has its place
        final boolean follows = before != NONE && side[before] == side[at] && price[before] == price[at]
            && timeNs - beganNs[before] < SETTLE_NS;
        beganNs[at] = follows ? beganNs[before] : timeNs;
        shownFirst[at] = follows ? shownFirst[before] : shown[at];
        hitTogether[at] = follows ? RowSums.saturatedSum(hitTogether[before], hit[at]) : hit[at];
        last[at] = true;
        if (follows) {
            last[before] = false;
        }
        newest[quote] = at;
    }

    /** Size was put at a price; the trades before are over. */
    void added(final Side ofSide, final long atPrice, final long size) {
        for (int k = count - 1; k >= 0; k--) {
            final int at = (head + k) % CAPACITY;
            if (side[at] == ofSide && price[at] == atPrice && matched[at] == 0 && hasFill(at, size)) {
                matched[at] = size;
                return;
            }
        }
    }

    private boolean hasFill(final int at, final long size) {
        for (int i = at * FILLS; i < (at + 1) * FILLS; i++) {
            if (fill[i] == size) {
                return true;
            }
        }
        return false;
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
        final long deepest = book.price(at, book.levels(at) - 1);
        final boolean gaveWay = bid ? best < p : best > p;
        // behind the last level held the book says nothing
        if (!gaveWay && (bid ? p < deepest : p > deepest)) {
            counters.add(MarketCounter.ABSORPTION_UNKNOWN);
            return;
        }
        final long x = hit[head];
        final long q = shown[head];
        final long d = gaveWay ? 0 : instrument.units(book.sizeAt(at, p));
        sums.add(bid ? RowColumn.BID_HIT : RowColumn.ASK_HIT, x);
        sums.add(bid ? RowColumn.BID_REFILL : RowColumn.ASK_REFILL, refilled(x, q, d));
        sums.add(bid ? RowColumn.BID_HIDDEN : RowColumn.ASK_HIDDEN, Math.max(0, x - q));
        if (matched[head] > 0) {
            sums.add(bid ? RowColumn.BID_MATCHED_HITS : RowColumn.ASK_MATCHED_HITS, 1);
        }
        if (atOnce[head] > 0) {
            sums.add(bid ? RowColumn.BID_AT_ONCE_HITS : RowColumn.ASK_AT_ONCE_HITS, 1);
        }
        final long answer = RowSums.saturatedSum(matched[head], atOnce[head]);
        sums.add(bid ? RowColumn.BID_ANSWER : RowColumn.ASK_ANSWER, instrument.units(answer));
        if (last[head]) {
            settleBurst(bid, d);
        }
    }

    private void settleBurst(final boolean bid, final long d) {
        final long x = hitTogether[head];
        if (x == 0) {
            // parts of a unit, of which any refill would be half
            return;
        }
        sums.add(bid ? RowColumn.BID_HIT_BURSTS : RowColumn.ASK_HIT_BURSTS, 1);
        // what exceeded the shown size is part of it: it must have been there as well
        if (refilled(x, shownFirst[head], d) >= x - x / 2) {
            sums.add(bid ? RowColumn.BID_REFILL_BURSTS : RowColumn.ASK_REFILL_BURSTS, 1);
        }
    }

    /** Of size x that hit a quote of size q, what has come there again, shown or not, if size d stands there now. */
    private static long refilled(final long x, final long q, final long d) {
        return Math.clamp(RowSums.saturatedSum(d - q, x), 0, x);
    }

    void clear() {
        head = 0;
        count = 0;
        newest[0] = NONE;
        newest[1] = NONE;
    }
}
