package io.undercurrent.engine.row;

import io.undercurrent.engine.book.BookView;
import org.agrona.DirectBuffer;

/** Hears of every event that changed a price, size or order count of the visible levels. */
@FunctionalInterface
public interface BookListener {
    /** For those who don't care. */
    BookListener NONE = (instrument, book, buffer, offset) -> { };

    /** @param book as it is after the event; valid during the call */
    void onVisibleChange(Instrument instrument, BookView book, DirectBuffer buffer, int offset);
}
