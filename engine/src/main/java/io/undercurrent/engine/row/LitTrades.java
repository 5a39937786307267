package io.undercurrent.engine.row;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.Book;
import io.undercurrent.signals.RowColumn;
import java.util.Arrays;

/**
 * Lit prints as trades: all prints of one aggressor at one exchange time, or up to the end of a source packet, are one trade, judged
 * against the quote before its first print. Its sign is the feed's aggressor; else at the ask or above it is a buy, at the bid or below a
 * sell, and between (or in a locked book) the tick test decides. Without a valid quote nothing but the feed gives a sign.
 */
final class LitTrades {
    /** Trades up to this many units are small, or up to twice the running median if that is more. */
    static final long SMALL_UNITS = 200;
    static final long BURST_NS = 250_000_000L;

    private static final int BUY = 1;
    private static final int SELL = -1;
    private static final int UNSIGNED = 0;

    private final Instrument instrument;
    private final Book book;
    private final RowSums sums;
    private final Absorption absorption;
    private final MarketCounters counters;
    private final LotMedian lots = new LotMedian();
    private final Bursts buys = new Bursts(BURST_NS);
    private final Bursts sells = new Bursts(BURST_NS);
    private final Bursts unseenBuyers = new Bursts(BURST_NS);
    private final Bursts unseenSellers = new Bursts(BURST_NS);

    private boolean open;
    private long exchangeTimeNs;
    private long eventTimeNs;
    private int sign;
    private boolean quoted;
    private boolean followed;
    private long bid;
    private long bidSize;
    private long ask;
    private long askSize;
    private long volume;
    private boolean unseen;
    // of its prints at the best price on the side that it hits
    private long hitVolume;
    private final long[] fills = new long[Absorption.FILLS];
    private int fillCount;
    private long answered;

    private long lastPrice;
    private int lastDirection;

    LitTrades(
            final Instrument instrument, final Book book, final RowSums sums, final Absorption absorption,
            final MarketCounters counters) {
        this.instrument = instrument;
        this.book = book;
        this.sums = sums;
        this.absorption = absorption;
        this.counters = counters;
    }

    /** max(1, running median lit lot), in units. */
    long lot() {
        return Math.max(1, lots.median());
    }

    /**
     * @param aggressor raw value of {@code Aggressor}
     * @param hidden the feed says that it was against an order not displayed
     * @param timeNs exchange time of the print
     * @param nowNs event time
     * @param quotable the book is whole and valid
     */
    void print(
            final long price, final long size, final int aggressor, final boolean hidden, final long timeNs, final long nowNs,
            final boolean quotable) {
        if (open && timeNs != exchangeTimeNs) {
            close();
        }
        if (!open) {
            begin(timeNs, nowNs, quotable);
        }
        final int judged = judge(price, aggressor);
        if (volume > 0 && judged != sign) {
            close();
            begin(timeNs, nowNs, quotable);
            sign = judge(price, aggressor);
        } else {
            sign = judged;
        }
        volume = RowSums.saturatedSum(volume, size);
        unseen |= hidden || (price > bid && price < ask);
        if (price == hitPrice()) {
            hitVolume = RowSums.saturatedSum(hitVolume, size);
            if (fillCount < fills.length) {
                fills[fillCount++] = size;
            }
        }
        lastDirection = tick(price);
        lastPrice = price;
    }

    private void begin(final long timeNs, final long nowNs, final boolean quotable) {
        open = true;
        exchangeTimeNs = timeNs;
        eventTimeNs = nowNs;
        quoted = quotable;
        followed = quotable && instrument.can(Capability.OWN_VENUE_TRADES);
        bid = quotable ? book.price(Side.BID, 0) : 0;
        bidSize = book.size(Side.BID, 0);
        ask = quotable ? book.price(Side.ASK, 0) : 0;
        askSize = book.size(Side.ASK, 0);
        volume = 0;
        unseen = false;
        hitVolume = 0;
        Arrays.fill(fills, 0);
        fillCount = 0;
        answered = 0;
    }

    /** The best price that the open trade hits; 0: none. */
    private long hitPrice() {
        return sign == SELL ? bid : sign == BUY ? ask : 0;
    }

    private Side hitSide() {
        return sign == SELL ? Side.BID : Side.ASK;
    }

    /** Size was put at a price. */
    void added(final Side side, final long atPrice, final long size) {
        if (open && atPrice == hitPrice() && side == hitSide()) {
            answered = RowSums.saturatedSum(answered, size);
        }
    }

    private int judge(final long price, final int aggressor) {
        if (aggressor == Aggressor.BUY.value()) {
            return BUY;
        }
        if (aggressor == Aggressor.SELL.value()) {
            return SELL;
        }
        if (!quoted) {
            return UNSIGNED;
        }
        final boolean buy = price >= ask;
        final boolean sell = price <= bid;
        return buy == sell ? tick(price) : buy ? BUY : SELL;
    }

    /** The tick test: above the last price it is a buy, below a sell, at the same price what the last move was. */
    private int tick(final long price) {
        return lastPrice == 0 ? UNSIGNED : price == lastPrice ? lastDirection : price > lastPrice ? BUY : SELL;
    }

    /** The trade is over, if one is open. */
    void close() {
        if (!open) {
            return;
        }
        open = false;
        counters.add(MarketCounter.TRADES);
        final long units = instrument.units(volume);
        final boolean small = units <= Math.max(SMALL_UNITS, 2 * lots.median());
        switch (sign) {
            case BUY -> {
                sums.add(RowColumn.BUY_VOLUME, units);
                burst(buys, small, RowColumn.BUY_BURSTS, RowColumn.SMALL_BUY_BURSTS);
                unseenBurst(unseenSellers, RowColumn.ASK_UNSEEN_BURSTS);
            }
            case SELL -> {
                sums.add(RowColumn.SELL_VOLUME, units);
                burst(sells, small, RowColumn.SELL_BURSTS, RowColumn.SMALL_SELL_BURSTS);
                unseenBurst(unseenBuyers, RowColumn.BID_UNSEEN_BURSTS);
            }
            default -> sums.add(RowColumn.UNSIGNED_VOLUME, units);
        }
        lots.add(units);
        if (followed && hitVolume > 0) {
            absorption.hit(hitSide(), hitPrice(), sign == SELL ? bidSize : askSize, hitVolume, fills, answered, eventTimeNs);
        }
    }

    private void burst(final Bursts bursts, final boolean small, final RowColumn all, final RowColumn smallOnes) {
        if (bursts.begins(eventTimeNs)) {
            sums.add(all, 1);
            if (small) {
                sums.add(smallOnes, 1);
            }
        }
    }

    private void unseenBurst(final Bursts bursts, final RowColumn column) {
        if (unseen && bursts.begins(eventTimeNs)) {
            sums.add(column, 1);
        }
    }

    /** The quote that the open trade hit is gone without a trace. */
    void bookCleared() {
        followed = false;
    }

    /** Forgets the open trade and the last price; the lots stay. */
    void restart() {
        open = false;
        buys.restart();
        sells.restart();
        unseenBuyers.restart();
        unseenSellers.restart();
        lastPrice = 0;
        lastDirection = UNSIGNED;
    }

    /** A new session has its own lots. */
    void clearLots() {
        lots.clear();
    }
}
