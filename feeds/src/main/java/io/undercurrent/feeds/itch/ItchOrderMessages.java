package io.undercurrent.feeds.itch;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.RecordDecoder;

/**
 * Publishes the messages about displayed orders. Those about an order that was never shown are published as they are, for the book to count;
 * an execution of one has no print, as only the order knew its price.
 */
final class ItchOrderMessages {
    private static final int ORDER = 11;
    private static final int SHARES = 19;
    private static final int MATCH = 23;

    private final ItchDay day;
    private final ItchMessage message;
    private final ItchOrders orders = new ItchOrders();

    ItchOrderMessages(final ItchDay day) {
        this.day = day;
        message = day.message;
    }

    /** Another day begins. */
    void begin() {
        orders.clear();
    }

    RejectReason add(final EventPublisher out) {
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
        if (!day.stock.wanted) {
            return day.passOverSymbol();
        }
        day.open(out);
        final long orderId = message.uint64(ORDER);
        orders.add(orderId, side, price, shares);
        out.orderAdd(day.stock.instrumentId, orderId, side, price * ItchMessage.PRICE_UNIT, shares * Decimals.ONE);
        return RecordDecoder.ACCEPTED;
    }

    /** Of an order that stands. */
    RejectReason change(final EventPublisher out, final ItchType type) {
        if (!day.isKnown()) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (!day.stock.wanted) {
            return day.passOverSymbol();
        }
        final long orderId = message.uint64(ORDER);
        final long order = orders.find(orderId);
        return switch (type) {
            case ORDER_EXECUTED -> execute(out, orderId, order, ItchOrders.price(order), order != ItchOrders.UNKNOWN);
            case ORDER_EXECUTED_WITH_PRICE -> executeWithPrice(out, orderId, order);
            case ORDER_CANCEL -> cancel(out, orderId, order);
            case ORDER_DELETE -> delete(out, orderId, order);
            default -> replace(out, orderId, order);
        };
    }

    private RejectReason executeWithPrice(final EventPublisher out, final long orderId, final long order) {
        final byte printable = message.letter(31);
        final long price = message.uint32(32);
        if (printable != 'Y' && printable != 'N') {
            return RejectReason.MALFORMED;
        }
        return day.isPrice(price) ? execute(out, orderId, order, price, printable == 'Y') : RejectReason.BAD_PRICE;
    }

    /** @param printed whether it is on the tape; what is not is part of a cross, which has a message of its own */
    private RejectReason execute(
            final EventPublisher out, final long orderId, final long order, final long price, final boolean printed) {
        final long shares = message.uint32(SHARES);
        if (!ItchDay.isSize(shares)) {
            return RejectReason.BAD_SIZE;
        }
        day.open(out);
        final int instrumentId = day.stock.instrumentId;
        final Side side = ItchOrders.side(order);
        final long size = shares * Decimals.ONE;
        if (printed) {
            final Aggressor aggressor =
                    order == ItchOrders.UNKNOWN ? Aggressor.UNKNOWN : side == Side.BID ? Aggressor.SELL : Aggressor.BUY;
            out.trade(instrumentId, price * ItchMessage.PRICE_UNIT, size, aggressor, day.venue, 0, 0, message.uint64(MATCH), orderId);
        }
        out.orderExecute(instrumentId, orderId, side, price * ItchMessage.PRICE_UNIT, size);
        reduce(orderId, order, shares);
        return RecordDecoder.ACCEPTED;
    }

    private void reduce(final long orderId, final long order, final long shares) {
        if (order != ItchOrders.UNKNOWN) {
            orders.reduce(orderId, order, shares);
        }
    }

    private RejectReason cancel(final EventPublisher out, final long orderId, final long order) {
        final long shares = message.uint32(SHARES);
        if (!ItchDay.isSize(shares)) {
            return RejectReason.BAD_SIZE;
        }
        day.open(out);
        out.orderReduce(day.stock.instrumentId, orderId, ItchOrders.side(order), shares * Decimals.ONE);
        reduce(orderId, order, shares);
        return RecordDecoder.ACCEPTED;
    }

    private RejectReason delete(final EventPublisher out, final long orderId, final long order) {
        day.open(out);
        out.orderDelete(day.stock.instrumentId, orderId, ItchOrders.side(order));
        orders.remove(orderId);
        return RecordDecoder.ACCEPTED;
    }

    private RejectReason replace(final EventPublisher out, final long orderId, final long order) {
        final long newOrderId = message.uint64(19);
        final long shares = message.uint32(27);
        final long price = message.uint32(31);
        final Side side = ItchOrders.side(order);
        final RejectReason reason = day.check(side, shares, price);
        if (reason != RecordDecoder.ACCEPTED) {
            return reason;
        }
        day.open(out);
        out.orderReplace(
                day.stock.instrumentId, orderId, newOrderId, side, price * ItchMessage.PRICE_UNIT, shares * Decimals.ONE);
        if (order != ItchOrders.UNKNOWN) {
            orders.remove(orderId);
            orders.add(newOrderId, side, price, shares);
        }
        return RecordDecoder.ACCEPTED;
    }
}
