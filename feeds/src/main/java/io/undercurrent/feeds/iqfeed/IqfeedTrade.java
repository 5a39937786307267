package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.input.Fields;

/** A print as a line tells it, checked. Reused; one thread. */
final class IqfeedTrade {
    /** Market centers that report what was traded on no exchange: the alternative display facility, and the two trade reporting facilities. */
    private static final long ADF = 15;
    private static final long NASDAQ_TRF = 19;
    private static final long NYSE_TRF = 24;

    private final long maxPrice;

    long price;
    long size;
    /** The market center's number, packed as text; 0: not told. */
    long venue;
    /** Packed, as in the line. */
    long conditions;
    /** Bits of {@link TradeFlag}. */
    int flags;
    Aggressor aggressor = Aggressor.UNKNOWN;
    /** 0: not told. */
    long tickId;

    IqfeedTrade(final long maxPrice) {
        this.maxPrice = maxPrice;
    }

    /** Reads the fields at the indexes; -1: the line has no such field. */
    RejectReason read(
            final Fields fields, final int priceAt, final int sizeAt, final int marketCenterAt, final int conditionsAt, final int aggressorAt,
            final int tickIdAt) {
        price = fields.decimal(priceAt);
        if (!Limits.isPrice(price, maxPrice)) {
            return RejectReason.BAD_PRICE;
        }
        final long shares = fields.integer(sizeAt);
        if (shares <= 0 || shares >= Limits.MAX_SIZE / Decimals.ONE) {
            return RejectReason.BAD_SIZE;
        }
        size = shares * Decimals.ONE;
        final long marketCenter = optional(fields, marketCenterAt);
        final long aggressorCode = optional(fields, aggressorAt);
        tickId = optional(fields, tickIdAt);
        if (marketCenter < 0 || aggressorCode < 0 || tickId < 0) {
            return RejectReason.BAD_NUMBER;
        }
        aggressor = aggressorCode == 1 ? Aggressor.BUY : aggressorCode == 2 ? Aggressor.SELL : Aggressor.UNKNOWN;
        venue = marketCenter == 0 ? 0 : Ascii8.pack(fields.buffer(), fields.start(marketCenterAt), fields.length(marketCenterAt));
        return readConditions(fields, conditionsAt,
                marketCenter == ADF || marketCenter == NASDAQ_TRF || marketCenter == NYSE_TRF ? TradeFlag.OFF_EXCHANGE : 0);
    }

    private RejectReason readConditions(final Fields fields, final int at, final int marketFlags) {
        flags = marketFlags;
        conditions = 0;
        if (at >= 0) {
            final int conditionFlags = TradeConditions.flags(fields.buffer(), fields.start(at), fields.length(at));
            if (conditionFlags == TradeConditions.INVALID) {
                return RejectReason.BAD_NUMBER;
            }
            flags |= conditionFlags;
            conditions = Ascii8.pack(fields.buffer(), fields.start(at), fields.length(at));
        }
        return RecordDecoder.ACCEPTED;
    }

    private static long optional(final Fields fields, final int at) {
        return at < 0 || fields.length(at) == 0 ? 0 : fields.integer(at);
    }
}
