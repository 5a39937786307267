package io.undercurrent.engine.row;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Reads instrument definitions. */
final class Definitions {
    private static final int HEADER = Events.HEADER_LENGTH;

    private final InstrumentDefinitionDecoder decoder = new InstrumentDefinitionDecoder();

    boolean usable(final DirectBuffer buffer, final int offset) {
        if (Events.blockLength(buffer, offset) < InstrumentDefinitionDecoder.BLOCK_LENGTH) {
            return false;
        }
        wrap(buffer, offset);
        final int kind = buffer.getByte(offset + HEADER + InstrumentDefinitionDecoder.bookKindEncodingOffset());
        return decoder.priceIncrement() > 0 && decoder.sizeIncrement() > 0 && kind >= BookKind.BY_ORDER.value()
                && kind <= BookKind.TOP.value();
    }

    /** Of a usable definition. */
    Instrument read(final DirectBuffer buffer, final int offset, final int slot) {
        wrap(buffer, offset);
        final int capabilities = buffer.getShort(
                offset + HEADER + InstrumentDefinitionDecoder.capabilitiesEncodingOffset(), ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        return new Instrument(
                Events.instrumentId(buffer, offset), slot, decoder.symbol(), decoder.venue(), decoder.currency(),
                decoder.priceIncrement(), decoder.sizeIncrement(), decoder.bookKind(), capabilities);
    }

    private void wrap(final DirectBuffer buffer, final int offset) {
        decoder.wrap(buffer, offset + HEADER, Events.blockLength(buffer, offset), Events.version(buffer, offset));
    }
}
