package io.undercurrent.feeds.itch;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.RecordDecoder;

/** The day now at, and the message now at with its stock: what all kinds of messages share. One thread. */
final class ItchDay {
    private static final long MAX_SHARES = Math.min(Limits.MAX_SIZE / Decimals.ONE, ItchOrders.MAX_SHARES);

    final ItchMessage message = new ItchMessage();
    final ItchSessions sessions = new ItchSessions();
    /** The message's; that of number 0 where it has none. */
    ItchStock stock = new ItchStock();
    /** The message's, UTC. */
    long timeNs;
    ItchName name = ItchName.NONE;
    /** The exchange, packed. */
    long venue;

    private final boolean allSymbols;
    private final long maxPrice;
    private final ItchStocks stocks;
    private long midnightNs;
    private long otherSymbols;

    ItchDay(final FeedOptions options) {
        allSymbols = options.symbol().isEmpty();
        maxPrice = Limits.maxPrice(options.priceIncrement().orElse(Decimals.ONE / 100)) / ItchMessage.PRICE_UNIT;
        stocks = new ItchStocks(options);
    }

    /** Another day begins. */
    void begin(final ItchName next) {
        name = next;
        midnightNs = next.midnightNs();
        venue = Ascii8.pack(next.market());
        stocks.begin(next);
        sessions.begin();
    }

    /** The message at the offset becomes the one now at. */
    void wrap(final byte[] record, final int offset) {
        message.wrap(record, offset);
        timeNs = midnightNs + message.timeNs();
        stock = stocks.at(message.locate());
    }

    /** No message is now at. */
    void forget() {
        stock = stocks.at(0);
    }

    /** Whether the message names the stock that its number stands for. */
    boolean isNamed(final int symbolAt) {
        final long symbol = message.symbol(symbolAt);
        return symbol != 0 && stocks.name(stock, symbol);
    }

    /** Whether the number of the message, which does not name its stock, stands for one. */
    boolean isKnown() {
        return stock.symbol != 0 || !allSymbols;
    }

    RejectReason passOverSymbol() {
        otherSymbols++;
        return RecordDecoder.ACCEPTED;
    }

    long otherSymbols() {
        return otherSymbols;
    }

    static Side side(final byte letter) {
        return letter == 'B' ? Side.BID : letter == 'S' ? Side.ASK : Side.NULL_VAL;
    }

    RejectReason check(final Side side, final long shares, final long price) {
        return side == Side.NULL_VAL ? RejectReason.BAD_SIDE : !isSize(shares) ? RejectReason.BAD_SIZE
                : !isPrice(price) ? RejectReason.BAD_PRICE : RecordDecoder.ACCEPTED;
    }

    static boolean isSize(final long shares) {
        return shares > 0 && shares < MAX_SHARES;
    }

    boolean isPrice(final long price) {
        return price > 0 && price <= maxPrice;
    }

    /** Publishes what comes before the message's own events: sessions, and the instrument if they are its first today. */
    void open(final EventPublisher out) {
        sessions.advance(out, timeNs);
        out.at(timeNs, timeNs, 0, 0);
        if (stock.instrumentId == 0) {
            stocks.define(out, stock);
        }
    }
}
