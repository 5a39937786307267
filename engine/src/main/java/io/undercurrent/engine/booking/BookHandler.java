package io.undercurrent.engine.booking;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.ring.RingHandler;
import org.agrona.DirectBuffer;

/** Books every event as it comes. When the signals are behind it waits for them, and with it the ring: for replays. */
final class BookHandler implements RingHandler {
    static final String NAME = "books and rows";

    private final Booking booking;

    BookHandler(final Booking booking) {
        this.booking = booking;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void onEvent(final DirectBuffer event, final boolean endOfBatch) {
        booking.book(event, 0);
        if (endOfBatch) {
            booking.show(Events.sequence(event, 0));
        }
    }
}
