package io.undercurrent.engine.row;

import io.undercurrent.engine.book.BookView;
import org.agrona.DirectBuffer;

/** Hears of every event that changed a price, size or order count of the visible levels, and, if it wants, of more. On the market's thread. */
@FunctionalInterface
public interface BookListener {
    /** For those who don't care. */
    BookListener NONE = (instrument, book, buffer, offset) -> { };

    /** @param book as it is after the event; valid during the call */
    void onVisibleChange(Instrument instrument, BookView book, DirectBuffer buffer, int offset);

    /** The book took the event in, visibly or not. Comes before {@link #onVisibleChange}. */
    default void onApplied(final Instrument instrument, final DirectBuffer buffer, final int offset) {
    }

    /** The last event applied has left the book crossed: its packet, or the moment it belongs to, is over. */
    default void onCrossed(final Instrument instrument, final BookView book) {
    }
}
