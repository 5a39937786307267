package io.undercurrent.feeds.lobster;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.input.Fields;

/** One line of a LOBSTER message file, checked. Reused; one thread. */
final class LobsterMessage {
    static final int ADD = 1;
    static final int REDUCE = 2;
    static final int DELETE = 3;
    static final int EXECUTE = 4;
    static final int EXECUTE_HIDDEN = 5;
    static final int CROSS = 6;
    static final int HALT = 7;

    private static final int COLUMNS = 6;
    /** Prices of the format are in 1e-4. */
    static final long PRICE_UNIT = 100_000;

    private final Fields fields = new Fields(COLUMNS);
    private final long maxPrice;

    long sinceMidnightNs;
    int type;
    long orderId;
    long size;
    long price;
    /** Of the resting order. */
    Side side = Side.NULL_VAL;
    /** As it stands in the line; a {@link #HALT} says its kind with it. */
    long rawPrice;

    LobsterMessage(final long maxPrice) {
        this.maxPrice = maxPrice;
    }

    /** Reads the line; unless it returns {@link RecordDecoder#ACCEPTED} the fields mean nothing. */
    RejectReason read(final byte[] line, final int offset, final int length) {
        if (fields.split(line, offset, length, ',') != COLUMNS) {
            return RejectReason.MALFORMED;
        }
        sinceMidnightNs = fields.rounded(0);
        if (sinceMidnightNs < 0 || sinceMidnightNs >= Times.DAY_NS) {
            return RejectReason.BAD_TIME;
        }
        type = fields.single(1) - '0';
        if (type < ADD || type > HALT) {
            return RejectReason.UNKNOWN_TYPE;
        }
        orderId = fields.integer(2);
        final long shares = fields.integer(3);
        rawPrice = fields.integer(4);
        if (orderId == Fields.INVALID || shares == Fields.INVALID || rawPrice == Fields.INVALID) {
            return RejectReason.BAD_NUMBER;
        }
        return type == HALT ? readHalt() : readOrder(shares);
    }

    private RejectReason readHalt() {
        return rawPrice >= -1 && rawPrice <= 1 ? RecordDecoder.ACCEPTED : RejectReason.BAD_PRICE;
    }

    private RejectReason readOrder(final long shares) {
        if (orderId <= 0 && type <= EXECUTE) {
            return RejectReason.BAD_NUMBER;
        }
        if (shares <= 0 || shares >= Limits.MAX_SIZE / Decimals.ONE) {
            return RejectReason.BAD_SIZE;
        }
        size = shares * Decimals.ONE;
        if (rawPrice <= 0 || rawPrice > maxPrice / PRICE_UNIT) {
            return RejectReason.BAD_PRICE;
        }
        price = rawPrice * PRICE_UNIT;
        final long direction = fields.integer(5);
        if (direction != 1 && direction != -1) {
            return RejectReason.BAD_SIDE;
        }
        side = direction == 1 ? Side.BID : Side.ASK;
        return RecordDecoder.ACCEPTED;
    }
}
