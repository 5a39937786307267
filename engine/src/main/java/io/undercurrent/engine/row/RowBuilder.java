package io.undercurrent.engine.row;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.BookClearDecoder;
import io.undercurrent.codec.sbe.SnapshotDecoder;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.BookDelta;
import io.undercurrent.signals.RowColumn;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The open row of one instrument. It is told of time ({@link #advance}) before anything of that time happens, then of prints and of book
 * changes. It collects nothing before the book is valid for the first time since a restart.
 */
final class RowBuilder {
    static final long LATE_NS = 250_000_000L;

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final Instrument instrument;
    private final Book book;
    private final MarketCounters counters;
    private final BookListener listener;
    private final RowSums sums;
    private final QuoteRows quotes;
    private final Absorption absorption;
    private final LitTrades trades;
    private final OffExchangePrints offExchange;
    private final Removals removals;
    private final RowWriter writer;

    private long nowNs;
    private boolean trading;
    private boolean lookDue = true;
    private boolean restarted = true;

    /**
     * @param trading rows are wanted: a session is open and the instrument not halted
     * @param nowNs event time; 0: not known yet
     */
    RowBuilder(
            final Instrument instrument, final Book book, final MarketCounters counters, final BookListener listener,
            final boolean trading, final long nowNs) {
        this.nowNs = nowNs;
        this.instrument = instrument;
        this.book = book;
        this.counters = counters;
        this.listener = listener;
        this.trading = trading;
        sums = new RowSums(counters);
        quotes = new QuoteRows(instrument, book, sums, counters);
        absorption = new Absorption(instrument, book, sums, counters);
        trades = new LitTrades(instrument, book, sums, absorption, counters);
        offExchange = new OffExchangePrints(instrument, book, sums);
        removals = new Removals(instrument, sums, counters);
        writer = new RowWriter(instrument, book, sums);
    }

    /** The book has been valid since the restart: this instrument has rows. */
    boolean active() {
        return quotes.everValid();
    }

    /** Event time is now {@code timeNs}; what belongs to the time before is finished. */
    void advance(final long timeNs) {
        if (timeNs > nowNs) {
            finish();
            quotes.elapse(nowNs, timeNs);
            nowNs = timeNs;
        }
        // also at a boundary that has just been closed: what was due there was left for the row that begins with it
        absorption.settle(timeNs, quotes.valid());
    }

    /** Event time jumps over what nobody observed, or is known for the first time. */
    void jump(final long timeNs) {
        nowNs = timeNs;
    }

    /** No further event belongs to this moment. */
    private void finish() {
        if (lookDue) {
            lookDue = false;
            if (quotes.look(trading)) {
                counters.add(MarketCounter.CROSSED);
                listener.onCrossed(instrument, book);
            }
        }
        trades.close();
    }

    /** The source packet ends with the event just given. */
    void endOfPacket() {
        finish();
    }

    /** A trade event at {@code offset}. */
    void print(final DirectBuffer buffer, final int offset) {
        final int block = offset + Events.HEADER_LENGTH;
        final int flags = buffer.getShort(block + TradeDecoder.tradeFlagsEncodingOffset(), ORDER);
        final long price = buffer.getLong(block + TradeDecoder.priceEncodingOffset(), ORDER);
        final long size = buffer.getLong(block + TradeDecoder.sizeEncodingOffset(), ORDER);
        if ((flags & TradeFlag.CANCELLED) != 0) {
            counters.add(MarketCounter.CANCELLED_PRINT);
            return;
        }
        if ((Events.flags(buffer, offset) & (EventFlag.REPLAYED | EventFlag.SNAPSHOT)) != 0) {
            counters.add(MarketCounter.REPEATED_PRINT);
            return;
        }
        if (price <= 0 || price > Book.MAX_PRICE || size <= 0) {
            counters.add(MarketCounter.BAD_PRINT);
            return;
        }
        final long timeNs = Events.exchangeTimeNs(buffer, offset);
        final boolean late = nowNs - timeNs > LATE_NS;
        if (late) {
            counters.add(MarketCounter.LATE_PRINT);
        }
        if (!active()) {
            return;
        }
        final boolean current = !late && (flags & (TradeFlag.AUCTION | TradeFlag.NOT_CURRENT)) == 0;
        final int aggressor = buffer.getByte(block + TradeDecoder.aggressorEncodingOffset());
        final boolean quotable = trading && book.whole() && QuoteRows.isQuoted(book);
        if ((flags & TradeFlag.OFF_EXCHANGE) != 0) {
            offExchange.print(price, size, nowNs, current, quotable);
        } else if (current) {
            final boolean hidden = (flags & TradeFlag.HIDDEN) != 0;
            trades.print(price, size, aggressor, hidden, timeNs, nowNs, quotable);
            if (!hidden) {
                removals.print(price, size, nowNs);
            }
        } else {
            sums.add(RowColumn.UNSIGNED_VOLUME, writer.units(size));
        }
    }

    /** An event of this type changed the book. */
    void bookChanged(final int templateId) {
        lookDue = true;
        if (templateId == BookClearDecoder.TEMPLATE_ID || templateId == SnapshotDecoder.TEMPLATE_ID) {
            absorption.clear();
            trades.bookCleared();
        } else if (quotes.valid() && book.whole()) {
            added(book.delta());
            removals.removed(templateId, book.delta(), nowNs);
        }
        if (book.visibleChanged() && quotes.valid()) {
            sums.add(RowColumn.BOOK_UPDATES, 1);
        }
    }

    private void added(final BookDelta delta) {
        if (delta.addedSize() > 0) {
            trades.added(delta.addedSide(), delta.addedPrice(), delta.addedSize());
            absorption.added(delta.addedSide(), delta.addedPrice(), delta.addedSize());
        }
    }

    /**
     * Finishes the row at a boundary.
     *
     * @return whether there is a row to {@link #write}
     */
    boolean close(final long boundaryNs) {
        if (boundaryNs > nowNs) {
            finish();
            // what is due at the boundary itself belongs to the next row
            absorption.settle(boundaryNs - 1, quotes.valid());
            quotes.elapse(nowNs, boundaryNs);
            nowNs = boundaryNs;
        }
        return active();
    }

    /** Whether the next row begins a new window. */
    boolean restarted() {
        return restarted;
    }

    /** Writes the closed row and opens the next one. */
    void write(final MutableDirectBuffer rows, final int offset) {
        quotes.close();
        sums.set(RowColumn.LOT, trades.lot());
        writer.write(rows, offset, nowNs, quotes.priceSum());
        sums.clear();
        if (restarted) {
            counters.add(MarketCounter.RESTARTS);
            restarted = false;
        }
    }

    /** Halted, between sessions, or on again. */
    void trading(final boolean wanted) {
        if (trading != wanted) {
            trading = wanted;
            restart();
        }
    }

    /** The row is dropped, and the next one begins a new window once the book is valid. */
    void restart() {
        restarted = true;
        sums.clear();
        quotes.restart();
        absorption.clear();
        trades.restart();
        offExchange.restart();
        removals.restart();
        lookDue = true;
    }

    /** A session starts: its trades have their own sizes. */
    void startSession() {
        restart();
        trades.clearLots();
    }
}
