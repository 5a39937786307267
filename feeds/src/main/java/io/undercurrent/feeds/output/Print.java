package io.undercurrent.feeds.output;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.TradeDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * A print on the tape.
 *
 * @param venue packed, as the source named it
 * @param conditions packed, as the source gave them
 * @param flags bits of {@link TradeFlag}
 * @param tradeId 0: none
 * @param restingOrderId 0: not known
 */
public record Print(
        long price, long size, Aggressor aggressor, long venue, long conditions, int flags, long tradeId, long restingOrderId) {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    /** The trade event at the offset. */
    public static Print of(final DirectBuffer buffer, final int offset) {
        final TradeDecoder trade = new TradeDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        final int block = offset + Events.HEADER_LENGTH;
        return new Print(trade.price(), trade.size(), trade.aggressor(), buffer.getLong(block + TradeDecoder.venueEncodingOffset(), ORDER),
                buffer.getLong(block + TradeDecoder.conditionsEncodingOffset(), ORDER),
                buffer.getShort(block + TradeDecoder.tradeFlagsEncodingOffset(), ORDER), trade.tradeId(), trade.restingOrderId());
    }

    public boolean is(final int flag) {
        return (flags & flag) != 0;
    }

    /** Whether it is an ordinary print against a displayed order. */
    public boolean isLit() {
        return flags == 0;
    }

    Print ofSize(final long part) {
        return new Print(price, part, aggressor, venue, conditions, flags, tradeId, restingOrderId);
    }
}
