package io.undercurrent.app;

import io.undercurrent.codec.sbe.BookClearDecoder;
import io.undercurrent.codec.sbe.LevelDeleteDecoder;
import io.undercurrent.codec.sbe.LevelSetDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.OrderAddDecoder;
import io.undercurrent.codec.sbe.OrderDeleteDecoder;
import io.undercurrent.codec.sbe.OrderExecuteDecoder;
import io.undercurrent.codec.sbe.OrderReduceDecoder;
import io.undercurrent.codec.sbe.OrderReplaceDecoder;
import io.undercurrent.codec.sbe.QuoteDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotDecoder;
import org.agrona.DirectBuffer;

/** The fields of the events that change books, behind the event header. */
final class BookEventFields {
    private final FieldSink out;
    private final MessageHeaderDecoder header;

    BookEventFields(final FieldSink out, final MessageHeaderDecoder header) {
        this.out = out;
        this.header = header;
    }

    /** Returns whether the event is one of these. */
    boolean write(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case OrderAddDecoder.TEMPLATE_ID -> {
                final OrderAddDecoder event = new OrderAddDecoder().wrapAndApplyHeader(buffer, offset, header);
                order(event.orderId(), event.side());
                priceAndSize(event.price(), event.size());
            }
            case OrderReplaceDecoder.TEMPLATE_ID -> {
                final OrderReplaceDecoder event = new OrderReplaceDecoder().wrapAndApplyHeader(buffer, offset, header);
                order(event.orderId(), event.side());
                out.id("newOrderId", event.newOrderId());
                priceAndSize(event.price(), event.size());
            }
            case OrderReduceDecoder.TEMPLATE_ID -> {
                final OrderReduceDecoder event = new OrderReduceDecoder().wrapAndApplyHeader(buffer, offset, header);
                order(event.orderId(), event.side());
                out.decimal("size", event.size());
            }
            case OrderDeleteDecoder.TEMPLATE_ID -> {
                final OrderDeleteDecoder event = new OrderDeleteDecoder().wrapAndApplyHeader(buffer, offset, header);
                order(event.orderId(), event.side());
            }
            case OrderExecuteDecoder.TEMPLATE_ID -> {
                final OrderExecuteDecoder event = new OrderExecuteDecoder().wrapAndApplyHeader(buffer, offset, header);
                order(event.orderId(), event.side());
                priceAndSize(event.price(), event.size());
            }
            case LevelSetDecoder.TEMPLATE_ID -> {
                final LevelSetDecoder event = new LevelSetDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.text("side", event.side().name());
                priceAndSize(event.price(), event.size());
                out.number("orderCount", event.orderCount());
            }
            case LevelDeleteDecoder.TEMPLATE_ID -> {
                final LevelDeleteDecoder event = new LevelDeleteDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.text("side", event.side().name());
                out.decimal("price", event.price());
            }
            case BookClearDecoder.TEMPLATE_ID ->
                out.text("scope", new BookClearDecoder().wrapAndApplyHeader(buffer, offset, header).scope().name());
            case SnapshotDecoder.TEMPLATE_ID ->
                out.text("phase", new SnapshotDecoder().wrapAndApplyHeader(buffer, offset, header).phase().name());
            case QuoteDecoder.TEMPLATE_ID -> {
                final QuoteDecoder event = new QuoteDecoder().wrapAndApplyHeader(buffer, offset, header);
                out.decimal("bidPrice", event.bidPrice());
                out.decimal("bidSize", event.bidSize());
                out.decimal("askPrice", event.askPrice());
                out.decimal("askSize", event.askSize());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void order(final long orderId, final Side side) {
        out.id("orderId", orderId);
        out.text("side", side.name());
    }

    private void priceAndSize(final long price, final long size) {
        out.decimal("price", price);
        out.decimal("size", size);
    }
}
