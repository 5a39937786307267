package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.MessageHeaderEncoder;
import io.undercurrent.codec.sbe.OrderReplaceDecoder;
import io.undercurrent.codec.sbe.OrderReplaceEncoder;
import io.undercurrent.codec.sbe.Side;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Encoded events of 88 bytes whose fields all follow from their sequence. */
final class Batch {
    static final int EVENT_LENGTH = 88;

    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[JournalAppender.MAX_BATCH_BYTES + EVENT_LENGTH]);
    private final OrderReplaceEncoder encoder = new OrderReplaceEncoder();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final UnsafeBuffer event = new UnsafeBuffer();

    UnsafeBuffer buffer() {
        return buffer;
    }

    /** Bytes encoded. */
    int fill(final long firstSequence, final int count) {
        for (int i = 0; i < count; i++) {
            final long sequence = firstSequence + i;
            event.wrap(buffer, i * EVENT_LENGTH, EVENT_LENGTH);
            encoder.wrapAndApplyHeader(event, 0, header);
            Events.header(event, sequence, 0, sequence, sequence, 1, 0);
            encoder.orderId(sequence * SPREAD).newOrderId(~sequence).price(sequence).size(sequence & 0xFFFF).side(Side.ASK);
        }
        return count * EVENT_LENGTH;
    }

    void append(final JournalAppender appender, final int count) {
        final long first = appender.nextSequence();
        appender.append(buffer, 0, fill(first, count), first, count);
    }

    /** Fails unless the event is the one made for this sequence. */
    static void require(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        final int block = offset + Events.HEADER_LENGTH;
        assertEquals(EVENT_LENGTH, length);
        assertEquals(sequence, Events.sequence(buffer, offset));
        assertEquals(sequence * SPREAD, number(buffer, block + OrderReplaceDecoder.orderIdEncodingOffset()));
        assertEquals(~sequence, number(buffer, block + OrderReplaceDecoder.newOrderIdEncodingOffset()));
        assertEquals(sequence, number(buffer, block + OrderReplaceDecoder.priceEncodingOffset()));
    }

    private static long number(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN);
    }
}
