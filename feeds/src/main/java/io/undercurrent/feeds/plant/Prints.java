package io.undercurrent.feeds.plant;

import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.Side;

/** Planted prints of one instrument: they say as much as the recording's own do. One thread. */
final class Prints {
    private final Recorded recorded;
    private final PlantedTape tape;

    Prints(final Recorded recorded, final PlantedTape tape) {
        this.recorded = recorded;
        this.tape = tape;
    }

    /**
     * A trade against what is shown.
     *
     * @param hit side of the order executed
     * @param restingOrderId of it; 0: the feed knows no orders
     */
    void lit(final Side hit, final long price, final long units, final long restingOrderId) {
        print(recorded.lit(), hit, price, units, 0, restingOrderId);
    }

    /** A trade against what is not shown. */
    void hidden(final Side hit, final long price, final long units) {
        if (recorded.tellsExecutions()) {
            print(recorded.hidden(), hit, price, units, TradeFlag.HIDDEN, 0);
        } else {
            lit(hit, price, units, 0);
        }
    }

    /** A trade off exchange of which nobody knows who began it. */
    void offExchange(final long price, final long units) {
        final PrintStyle style = recorded.off();
        tape.own().trade(recorded.id(), price, units * recorded.sizeIncrement(), Aggressor.UNKNOWN, style.venue(), style.conditions(),
                TradeFlag.OFF_EXCHANGE, 0, 0);
    }

    private void print(
            final PrintStyle style, final Side hit, final long price, final long units, final int flags, final long restingOrderId) {
        final Aggressor aggressor = !style.signed() ? Aggressor.UNKNOWN : hit == Side.BID ? Aggressor.SELL : Aggressor.BUY;
        tape.own().trade(recorded.id(), price, units * recorded.sizeIncrement(), aggressor, style.venue(), style.conditions(), flags, 0,
                restingOrderId);
    }
}
