package io.undercurrent.feeds.itch;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.RecordDecoder;
import java.time.LocalDate;

/** Publishes the prints that concern no displayed order. */
final class ItchPrints {
    /** From this day on a trade always says B, whatever the side of the hidden order was. */
    static final LocalDate SIDE_NOT_TOLD = LocalDate.of(2014, 7, 14);

    private final ItchDay day;
    private final ItchMessage message;

    ItchPrints(final ItchDay day) {
        this.day = day;
        message = day.message;
    }

    /** Against an order that the book does not show. */
    RejectReason trade(final EventPublisher out) {
        final Side side = ItchDay.side(message.letter(19));
        final long shares = message.uint32(20);
        final long price = message.uint32(32);
        if (!day.isNamed(24)) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        final RejectReason reason = day.check(side, shares, price);
        if (reason != RecordDecoder.ACCEPTED) {
            return reason;
        }
        final Aggressor aggressor = side == Side.ASK ? Aggressor.BUY
                : day.name.date().isBefore(SIDE_NOT_TOLD) ? Aggressor.SELL : Aggressor.UNKNOWN;
        return publish(out, price, shares, aggressor, 0, TradeFlag.HIDDEN, message.uint64(36));
    }

    /** The whole of an auction. */
    RejectReason cross(final EventPublisher out) {
        final long shares = message.uint64(11);
        final long price = message.uint32(27);
        if (!day.isNamed(19)) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        final RejectReason reason = day.check(Side.BID, shares, price);
        return reason != RecordDecoder.ACCEPTED ? reason
                : publish(out, price, shares, Aggressor.UNKNOWN, message.text(39, 1), TradeFlag.AUCTION, message.uint64(31));
    }

    /** Nothing met in the auction. */
    boolean isEmptyCross() {
        return message.uint64(11) == 0;
    }

    /** Takes a print back; names only its number. */
    RejectReason broken(final EventPublisher out) {
        return day.isKnown() ? publish(out, 0, 0, Aggressor.UNKNOWN, 0, TradeFlag.CANCELLED, message.uint64(11))
                : RejectReason.UNKNOWN_INSTRUMENT;
    }

    private RejectReason publish(
            final EventPublisher out, final long price, final long shares, final Aggressor aggressor, final long conditions,
            final int flags, final long match) {
        if (!day.stock.wanted) {
            return day.passOverSymbol();
        }
        day.open(out);
        out.trade(day.stock.instrumentId, price * ItchMessage.PRICE_UNIT, shares * Decimals.ONE, aggressor, day.venue, conditions,
                flags, match, 0);
        return RecordDecoder.ACCEPTED;
    }
}
