package io.undercurrent.feeds.plant;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.BookState;
import io.undercurrent.engine.book.BookView;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** What the recording alone shows of an instrument: its definition, its book, its spread and its prints. One thread. */
final class Recorded {
    /** Where nothing has traded yet. */
    private static final long FIRST_USUAL = 100;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final InstrumentDefinitionDecoder definition = new InstrumentDefinitionDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final RecentSizes sizes = new RecentSizes();
    private int id;
    private String symbol = "";
    private BookKind kind = BookKind.BY_ORDER;
    private int capabilities;
    private long priceIncrement = 1;
    private long sizeIncrement = 1;
    private long closeNs;
    private Book book = new Book(kind);
    private PrintStyle lit = PrintStyle.UNKNOWN;
    private PrintStyle hidden = PrintStyle.UNKNOWN;
    private PrintStyle off = PrintStyle.UNKNOWN;
    private boolean fine;
    private boolean trading = true;
    private long lookedNs;
    private double spreadTickNs;
    private double spreadNs;

    /** Takes in a definition; another kind of book begins empty. */
    void define(final DirectBuffer buffer) {
        definition.wrapAndApplyHeader(buffer, 0, header);
        id = Events.instrumentId(buffer, 0);
        symbol = definition.symbol();
        capabilities = buffer.getShort(Events.HEADER_LENGTH + InstrumentDefinitionDecoder.capabilitiesEncodingOffset(),
                ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        priceIncrement = Math.max(1, definition.priceIncrement());
        sizeIncrement = Math.max(1, definition.sizeIncrement());
        closeNs = definition.regularCloseNs();
        if (definition.bookKind() != kind && definition.bookKind() != BookKind.NULL_VAL) {
            kind = definition.bookKind();
            book = new Book(kind);
        }
    }

    /** A session starts: it has its own spread. */
    void startSession(final long nowNs) {
        lookedNs = nowNs;
        spreadTickNs = 0;
        spreadNs = 0;
    }

    /** Takes in an event that may change the book. */
    void apply(final DirectBuffer buffer, final long nowNs) {
        if (isQuoted()) {
            spreadTickNs += (double) (book.bestAsk() - book.bestBid()) / priceIncrement * (nowNs - lookedNs);
            spreadNs += nowNs - lookedNs;
        }
        lookedNs = nowNs;
        book.apply(buffer, 0);
    }

    /**
     * Takes in a print.
     *
     * @return its size in size increments; 0 of one that is not of this moment, or not a trade of the continuous market
     */
    long print(final DirectBuffer buffer) {
        final int flags = flags(buffer);
        if ((flags & (TradeFlag.CANCELLED | TradeFlag.NOT_CURRENT | TradeFlag.AUCTION)) != 0
                || (Events.flags(buffer, 0) & (EventFlag.REPLAYED | EventFlag.SNAPSHOT)) != 0) {
            return 0;
        }
        trade.wrapAndApplyHeader(buffer, 0, header);
        final long units = trade.size() / sizeIncrement;
        if (units <= 0 || trade.price() <= 0) {
            return 0;
        }
        final PrintStyle style = new PrintStyle(
                buffer.getLong(Events.HEADER_LENGTH + TradeDecoder.venueEncodingOffset(), ByteOrder.LITTLE_ENDIAN),
                buffer.getLong(Events.HEADER_LENGTH + TradeDecoder.conditionsEncodingOffset(), ByteOrder.LITTLE_ENDIAN),
                trade.aggressor() == Aggressor.BUY || trade.aggressor() == Aggressor.SELL);
        if ((flags & TradeFlag.OFF_EXCHANGE) != 0) {
            off = style;
            fine |= trade.price() % priceIncrement != 0;
        } else if ((flags & TradeFlag.HIDDEN) != 0) {
            hidden = style;
        } else {
            lit = style;
            sizes.add(units);
        }
        return units;
    }

    static int flags(final DirectBuffer print) {
        return print.getShort(Events.HEADER_LENGTH + TradeDecoder.tradeFlagsEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
    }

    int id() {
        return id;
    }

    String symbol() {
        return symbol;
    }

    BookKind kind() {
        return kind;
    }

    boolean can(final int capability) {
        return (capabilities & capability) != 0;
    }

    long priceIncrement() {
        return priceIncrement;
    }

    long sizeIncrement() {
        return sizeIncrement;
    }

    /** UTC; 0: not known. */
    long closeNs() {
        return closeNs;
    }

    BookView book() {
        return book;
    }

    void trading(final boolean open) {
        trading = open;
    }

    /** It is traded, and its book is whole, with two sides that neither cross nor lock. */
    boolean isOpen() {
        return trading && isQuoted();
    }

    private boolean isQuoted() {
        return book.whole() && book.state() == BookState.TWO_SIDED;
    }

    /** Only the best quote is known. */
    boolean isTop() {
        return kind == BookKind.TOP;
    }

    /** {@code BookView.NO_PRICE}: that side is empty. */
    long best(final Side side) {
        return book.price(side, 0);
    }

    /** Its mean over the session so far, in ticks; 0 before there is one. */
    double meanSpread() {
        return spreadNs == 0 ? 0 : spreadTickNs / spreadNs;
    }

    /** Size of a usual lit print, in size increments, 1 or more. */
    long usual() {
        return sizes.median() == 0 ? FIRST_USUAL : sizes.median();
    }

    /** Off-exchange prints have been seen between two ticks. */
    boolean hasFinePrints() {
        return fine;
    }

    PrintStyle lit() {
        return lit;
    }

    /** As lit ones where the feed has shown no hidden execution yet. */
    PrintStyle hidden() {
        return hidden.equals(PrintStyle.UNKNOWN) ? lit : hidden;
    }

    PrintStyle off() {
        return off;
    }

    /** Its removals by execution are told, and executions of what was hidden. */
    boolean tellsExecutions() {
        return can(Capability.EXECUTIONS);
    }
}
