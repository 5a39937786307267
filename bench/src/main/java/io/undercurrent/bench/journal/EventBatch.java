package io.undercurrent.bench.journal;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.MessageHeaderEncoder;
import io.undercurrent.codec.sbe.OrderReplaceEncoder;
import io.undercurrent.codec.sbe.Side;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Events of 88 bytes, encoded once, that are renumbered and appended again and again. One thread. */
final class EventBatch {
    static final int EVENT_BYTES = 88;

    private final UnsafeBuffer buffer;
    private final int count;

    EventBatch(final int count) {
        this.count = count;
        buffer = new UnsafeBuffer(new byte[count * EVENT_BYTES]);
        final OrderReplaceEncoder encoder = new OrderReplaceEncoder();
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        final UnsafeBuffer event = new UnsafeBuffer();
        for (int i = 0; i < count; i++) {
            event.wrap(buffer, i * EVENT_BYTES, EVENT_BYTES);
            encoder.wrapAndApplyHeader(event, 0, header);
            Events.header(event, i, 0, i, i, 1, 0);
            encoder.orderId(i).newOrderId(~i).price(1_000 + i).size(100).side(Side.ASK);
        }
    }

    int count() {
        return count;
    }

    int length() {
        return count * EVENT_BYTES;
    }

    /** Its events, numbered from here. */
    MutableDirectBuffer from(final long firstSequence) {
        for (int i = 0; i < count; i++) {
            Events.sequence(buffer, i * EVENT_BYTES, firstSequence + i);
        }
        return buffer;
    }
}
