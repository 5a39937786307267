package io.undercurrent.feeds.plant;

import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.BookView;

/** A planted quote inside the recorded one, where only the best quote is known: each recorded quote takes its place. One thread. */
final class TopQuote {
    private final Recorded recorded;
    private final PlantedTape tape;
    private boolean shown;
    private long bid;
    private long ask;

    TopQuote(final Recorded recorded, final PlantedTape tape) {
        this.recorded = recorded;
        this.tape = tape;
    }

    /**
     * Shows these prices, if others are shown.
     *
     * @param units size at a price that the recording does not show
     */
    void show(final long bidPrice, final long askPrice, final long units) {
        if (bidPrice == best(Side.BID) && askPrice == best(Side.ASK)) {
            return;
        }
        shown = true;
        bid = bidPrice;
        ask = askPrice;
        tape.own().quote(recorded.id(), bid, size(Side.BID, bid, units), ask, size(Side.ASK, ask, units));
    }

    private long size(final Side side, final long price, final long units) {
        return price == recorded.best(side) ? recorded.book().size(side, 0) : units * recorded.sizeIncrement();
    }

    /** The recorded quote is the best one again. */
    void withdraw() {
        if (shown) {
            shown = false;
            final BookView book = recorded.book();
            tape.own().quote(recorded.id(), Math.max(0, book.bestBid()), book.size(Side.BID, 0), Math.max(0, book.bestAsk()),
                    book.size(Side.ASK, 0));
        }
    }

    /** The recording has shown a quote, or cleared its book. */
    void replaced() {
        shown = false;
    }

    long best(final Side side) {
        return !shown ? recorded.best(side) : side == Side.BID ? bid : ask;
    }
}
