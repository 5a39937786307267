package io.undercurrent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.MessageHeaderEncoder;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.codec.sbe.TradeEncoder;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {
    /** Version 0 of the schema ended a trade before the field that version 1 appended. */
    private static final int VERSION_0_BLOCK = TradeEncoder.restingOrderIdEncodingOffset();

    @Test
    void readsATradeOfTheFirstSchemaVersionAndTheEventBehindIt() {
        final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[2 * Events.MAX_LENGTH]);
        final int second = writeVersion0(buffer, 0, 1, 111);
        writeVersion0(buffer, second, 2, 222);

        final TradeDecoder trade = new TradeDecoder();
        trade.wrap(buffer, Events.HEADER_LENGTH, Events.blockLength(buffer, 0), Events.version(buffer, 0));
        assertEquals(111, trade.price());
        assertEquals(7, trade.size());
        assertEquals(Aggressor.BUY, trade.aggressor());
        assertEquals(TradeDecoder.restingOrderIdNullValue(), trade.restingOrderId());

        assertEquals(second, Events.length(buffer, 0));
        assertEquals(2, Events.sequence(buffer, second));
        trade.wrap(buffer, second + Events.HEADER_LENGTH, Events.blockLength(buffer, second), Events.version(buffer, second));
        assertEquals(222, trade.price());
    }

    private static int writeVersion0(final MutableDirectBuffer buffer, final int offset, final long sequence, final long price) {
        new MessageHeaderEncoder().wrap(buffer, offset).blockLength(VERSION_0_BLOCK).templateId(TradeEncoder.TEMPLATE_ID)
                .schemaId(MessageHeaderEncoder.SCHEMA_ID).version(0);
        Events.sequence(buffer, offset, sequence);
        new TradeEncoder().wrap(buffer, offset + Events.HEADER_LENGTH).price(price).size(7).aggressor(Aggressor.BUY);
        return offset + Events.HEADER_LENGTH + VERSION_0_BLOCK;
    }
}
