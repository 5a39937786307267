package io.undercurrent.feeds.output;

import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.codec.sbe.TradingState;
import java.util.List;
import java.util.Optional;

/**
 * What a format of order-level data writes of what happened; {@link OrderEventWriter} tells it. When it is told, the instrument's book is as it
 * stands after it, and the order as it was before. One thread.
 */
public interface OrderRecorder extends AutoCloseable {
    /** A new instrument. Where nothing is overridden its first change names it. */
    default void defined(final Moment at, final RecordedInstrument instrument) {
    }

    void added(Moment at, RecordedInstrument instrument, RecordedOrder order);

    /** @param size the whole of what was left, or a part */
    void cancelled(Moment at, RecordedInstrument instrument, RecordedOrder order, long size);

    /**
     * Whether the format can say that an order gets a new price and size; if not it is told as cancelled and added.
     *
     * @param renumbered it gets a new number too
     */
    boolean replaces(boolean renumbered);

    /** Only what {@link #replaces} allows. */
    void replaced(Moment at, RecordedInstrument instrument, RecordedOrder order, RecordedOrder by);

    /**
     * @param price of the execution
     * @param size the whole of what was left of the order, or a part
     * @param print of this size, which {@link #printed} was told before; empty: it is not on the tape
     */
    void executed(Moment at, RecordedInstrument instrument, RecordedOrder order, long price, long size, Optional<Print> print);

    /** Anything on the tape. */
    void printed(Moment at, RecordedInstrument instrument, Print print);

    /** What is left of an ordinary print that no execution of a displayed order followed. */
    default void unexecuted(final Moment at, final RecordedInstrument instrument, final Print print) {
    }

    void status(Moment at, RecordedInstrument instrument, TradingState state, long reason);

    /** Where nothing is overridden the reader tells sessions by the clock. */
    default void session(final Moment at, final SessionKind kind, final SessionPhase phase) {
    }

    /** As {@link EventWriter#replays}. */
    List<String> replays();

    @Override
    void close();
}
