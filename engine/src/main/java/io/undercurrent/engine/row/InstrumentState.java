package io.undercurrent.engine.row;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.codec.sbe.TradingStatusDecoder;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.BookOutcome;
import org.agrona.DirectBuffer;

/** One instrument: what it is, its book and its open row. */
final class InstrumentState {
    private final MarketCounters counters;
    private final BookListener listener;
    private Instrument instrument;
    private Book book;
    private RowBuilder rows;
    private boolean halted;
    private boolean inSession;

    InstrumentState(
            final Instrument instrument, final boolean inSession, final long nowNs, final MarketCounters counters,
            final BookListener listener) {
        this.instrument = instrument;
        this.inSession = inSession;
        this.counters = counters;
        this.listener = listener;
        book = new Book(instrument.bookKind());
        rows = new RowBuilder(instrument, book, counters, listener, inSession, nowNs);
    }

    Instrument instrument() {
        return instrument;
    }

    Book book() {
        return book;
    }

    RowBuilder rows() {
        return rows;
    }

    /** Another kind of book begins empty; other units or capabilities begin a new window. */
    void redefine(final Instrument changed, final long nowNs) {
        final boolean otherBook = changed.bookKind() != instrument.bookKind();
        final boolean otherRows = otherBook || !changed.rowsAlike(instrument);
        instrument = changed;
        if (otherBook) {
            book = new Book(changed.bookKind());
        }
        if (otherRows) {
            rows = new RowBuilder(changed, book, counters, listener, inSession && !halted, nowNs);
        }
    }

    void onEvent(final DirectBuffer buffer, final int offset, final long nowNs) {
        rows.advance(nowNs);
        final int flags = Events.flags(buffer, offset);
        if ((flags & EventFlag.GAP_BEFORE) != 0) {
            rows.restart();
        }
        final int templateId = Events.templateId(buffer, offset);
        switch (templateId) {
            case TradeDecoder.TEMPLATE_ID -> rows.print(buffer, offset);
            case TradingStatusDecoder.TEMPLATE_ID -> status(buffer, offset);
            default -> book(templateId, buffer, offset);
        }
        if ((flags & EventFlag.LAST_IN_PACKET) != 0) {
            rows.endOfPacket();
        }
    }

    private void book(final int templateId, final DirectBuffer buffer, final int offset) {
        final BookOutcome outcome = book.apply(buffer, offset);
        counters.add(outcome);
        if (outcome.applied()) {
            rows.bookChanged(templateId);
            listener.onApplied(instrument, buffer, offset);
            if (book.visibleChanged()) {
                counters.add(MarketCounter.BOOK_UPDATES);
                listener.onVisibleChange(instrument, book, buffer, offset);
            }
        }
    }

    private void status(final DirectBuffer buffer, final int offset) {
        final int state = buffer.getByte(offset + Events.HEADER_LENGTH + TradingStatusDecoder.stateEncodingOffset());
        halted = state != TradingState.TRADING.value();
        rows.trading(inSession && !halted);
    }

    /** A session starts: a new window with its own lots. */
    void startSession() {
        inSession = true;
        rows.trading(!halted);
        rows.startSession();
    }

    void endSession() {
        inSession = false;
        rows.trading(false);
    }
}
