package io.undercurrent.feeds.profile;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.OrderAddDecoder;
import io.undercurrent.codec.sbe.OrderDeleteDecoder;
import io.undercurrent.codec.sbe.OrderExecuteDecoder;
import io.undercurrent.codec.sbe.OrderReduceDecoder;
import io.undercurrent.codec.sbe.OrderReplaceDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.BookState;
import io.undercurrent.engine.book.BookView;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** The stylised facts of one instrument's regular sessions. One thread. */
public final class InstrumentProfile {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final double UNIT = 1e9;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int SECONDS_PER_MINUTE = 60;

    private final String symbol;
    private final BookKind kind;
    private final int capabilities;
    private final long increment;
    private Book book;
    private final QuoteFacts quotes;
    private final PriceFacts prices = new PriceFacts();
    private final TradeFacts trades = new TradeFacts();
    private final OffExchangeFacts offExchange = new OffExchangeFacts();
    private final OrderFacts orders = new OrderFacts();
    private final DayShape shape = new DayShape();
    private final OpenTrade open = new OpenTrade();

    private long openNs;
    private long closeNs;
    private long startNs;
    private long nowNs;
    private double seconds;
    private long sessionSeconds;
    private int tradesThisSecond;
    private long events;
    private long sessions;

    InstrumentProfile(final InstrumentDefinitionDecoder definition) {
        symbol = definition.symbol();
        kind = definition.bookKind();
        capabilities = capabilities(definition);
        increment = definition.priceIncrement();
        book = new Book(kind);
        quotes = new QuoteFacts(kind != BookKind.TOP);
        begin(definition.regularOpenNs(), definition.regularCloseNs());
    }

    private static int capabilities(final InstrumentDefinitionDecoder definition) {
        return definition.buffer().getShort(definition.offset() + InstrumentDefinitionDecoder.capabilitiesEncodingOffset(), ORDER);
    }

    /** Another day, perhaps: its book begins empty. */
    void begin(final long regularOpenNs, final long regularCloseNs) {
        if (sessions > 0 && regularOpenNs == openNs) {
            return;
        }
        finish();
        if (sessions > 0) {
            book = new Book(kind);
            orders.forget();
        }
        openNs = regularOpenNs;
        closeNs = regularCloseNs;
        nowNs = 0;
        sessionSeconds = 0;
        sessions++;
        trades.begin();
    }

    /** A market without hours is always in session. */
    private boolean inSession(final long timeNs) {
        return closeNs <= openNs || (timeNs >= openNs && timeNs < closeNs);
    }

    void onEvent(final DirectBuffer buffer, final int offset) {
        final long timeNs = Math.max(nowNs, Events.exchangeTimeNs(buffer, offset));
        final boolean counts = inSession(timeNs);
        if (counts) {
            events++;
            elapse(timeNs);
        }
        final int template = Events.templateId(buffer, offset);
        if (template == TradeDecoder.TEMPLATE_ID) {
            if (counts) {
                print(buffer, offset, timeNs);
            }
            return;
        }
        if (kind == BookKind.BY_ORDER && counts) {
            order(template, buffer, offset, timeNs);
        }
        book.apply(buffer, offset);
        if (counts && book.visibleChanged()) {
            quotes.changed(book);
            prices.path().set(mid());
        }
    }

    private double mid() {
        return book.state() == BookState.TWO_SIDED ? 0.5 * (book.bestBid() + book.bestAsk()) / increment : Double.NaN;
    }

    private void elapse(final long timeNs) {
        if (nowNs == 0) {
            nowNs = timeNs;
            startNs = closeNs <= openNs ? timeNs / SECOND_NS * SECOND_NS : openNs;
            sessionSeconds = (timeNs - startNs) / SECOND_NS;
            prices.begin(startNs);
            prices.path().set(mid());
        }
        if (timeNs == nowNs) {
            return;
        }
        closeTrade();
        while (startNs + (sessionSeconds + 1) * SECOND_NS <= timeNs) {
            sessionSeconds++;
            seconds++;
            quotes.look(book, increment, (long) UNIT);
            trades.second(tradesThisSecond);
            tradesThisSecond = 0;
            if (sessionSeconds % SECONDS_PER_MINUTE == 0) {
                offExchange.minute();
            }
        }
        quotes.stood(book, increment, timeNs - nowNs);
        if (book.state() == BookState.TWO_SIDED) {
            shape.spread(nowNs - startNs, (double) (book.bestAsk() - book.bestBid()) / increment, timeNs - nowNs);
        }
        prices.path().advance(timeNs);
        nowNs = timeNs;
    }

    private void print(final DirectBuffer buffer, final int offset, final long timeNs) {
        final int block = offset + Events.HEADER_LENGTH;
        final long price = buffer.getLong(block + TradeDecoder.priceEncodingOffset(), ORDER);
        final double size = buffer.getLong(block + TradeDecoder.sizeEncodingOffset(), ORDER) / UNIT;
        final int flags = buffer.getShort(block + TradeDecoder.tradeFlagsEncodingOffset(), ORDER);
        final boolean current = (flags & (TradeFlag.NOT_CURRENT | TradeFlag.AUCTION)) == 0;
        if ((flags & TradeFlag.CANCELLED) != 0 || size <= 0) {
            return;
        }
        if ((flags & TradeFlag.OFF_EXCHANGE) != 0) {
            offExchange.print(price, size, mid() * increment, book.bestAsk() - (double) book.bestBid(), current);
        } else if (current) {
            offExchange.lit(size);
            final int sign = sign(price, buffer.getByte(block + TradeDecoder.aggressorEncodingOffset()));
            if (open.is(sign)) {
                open.print(size, (flags & TradeFlag.HIDDEN) != 0);
            } else {
                closeTrade();
                open.begin(timeNs, sign, book.size(sign > 0 ? Side.ASK : Side.BID, 0) / UNIT, mid());
                open.print(size, (flags & TradeFlag.HIDDEN) != 0);
            }
        }
    }

    /** By the feed, else by the quote; 0 at the mid and without a quote. */
    private int sign(final long price, final int aggressor) {
        if (aggressor == Aggressor.BUY.value()) {
            return 1;
        }
        if (aggressor == Aggressor.SELL.value()) {
            return -1;
        }
        return book.state() == BookState.TWO_SIDED ? Long.signum(2 * price - book.bestBid() - book.bestAsk()) : 0;
    }

    private void closeTrade() {
        if (open.isOpen()) {
            trades.add(open.batch(), open.hidden());
            shape.trade(open.batch().timeNs() - startNs);
            tradesThisSecond++;
            open.end();
        }
    }

    private void order(final int template, final DirectBuffer buffer, final int offset, final long timeNs) {
        final int block = offset + Events.HEADER_LENGTH;
        switch (template) {
            case OrderAddDecoder.TEMPLATE_ID -> {
                final boolean bid = buffer.getByte(block + OrderAddDecoder.sideEncodingOffset()) == Side.BID.value();
                final long price = buffer.getLong(block + OrderAddDecoder.priceEncodingOffset(), ORDER);
                final long best = book.price(bid ? Side.BID : Side.ASK, 0);
                final double behind = best == BookView.NO_PRICE ? Double.NaN
                        : (double) (bid ? best - price : price - best) / increment;
                orders.added(buffer.getLong(block + OrderAddDecoder.orderIdEncodingOffset(), ORDER), timeNs,
                        buffer.getLong(block + OrderAddDecoder.sizeEncodingOffset(), ORDER) / UNIT, behind);
            }
            case OrderDeleteDecoder.TEMPLATE_ID ->
                orders.gone(buffer.getLong(block + OrderDeleteDecoder.orderIdEncodingOffset(), ORDER), timeNs);
            case OrderExecuteDecoder.TEMPLATE_ID -> {
                final long id = buffer.getLong(block + OrderExecuteDecoder.orderIdEncodingOffset(), ORDER);
                orders.executed(id, buffer.getLong(block + OrderExecuteDecoder.sizeEncodingOffset(), ORDER) / UNIT, timeNs);
            }
            case OrderReduceDecoder.TEMPLATE_ID -> {
                final long id = buffer.getLong(block + OrderReduceDecoder.orderIdEncodingOffset(), ORDER);
                orders.reduced(id, buffer.getLong(block + OrderReduceDecoder.sizeEncodingOffset(), ORDER) / UNIT, timeNs);
            }
            case OrderReplaceDecoder.TEMPLATE_ID -> orders.replaced();
            default -> { }
        }
    }

    private void finish() {
        closeTrade();
        if (nowNs > 0) {
            shape.path(prices.path());
        }
    }

    public String symbol() {
        return symbol;
    }

    /** What was measured; call it once, after the last event. */
    public List<Fact> facts() {
        finish();
        final List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("all", "sessions", "", sessions));
        facts.add(new Fact("all", "hours", "", seconds / 3600));
        facts.add(new Fact("all", "events", "/s", events / seconds));
        quotes.addTo(facts, increment, seconds);
        prices.addTo(facts, 1e4 * increment / quotes.price());
        trades.addTo(facts, seconds, (capabilities & Capability.OWN_VENUE_TRADES) != 0, kind == BookKind.BY_ORDER);
        offExchange.addTo(facts, seconds, trades.units(), (capabilities & Capability.OFF_EXCHANGE) != 0);
        if (kind == BookKind.BY_ORDER) {
            orders.addTo(facts, seconds);
        }
        shape.addTo(facts);
        return List.copyOf(facts);
    }
}
