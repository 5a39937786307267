package io.undercurrent.feeds.mbo;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.input.Fields;

/**
 * One row of an MBO file, checked. Times may be ISO text or nanoseconds since 1970; with the latter a price without a point is in 1e-9, as
 * Databento writes both when told not to make them pretty. Reused; one thread.
 */
final class MboRow {
    /** No publisher column. */
    static final int NO_PUBLISHER = 0;

    /** Bits of the flags column. */
    static final int LAST = 128;
    static final int SNAPSHOT = 32;

    /** A row is received at most this long before or after it happened; beyond it one of its times is damaged. */
    private static final long MAX_DELAY_NS = Times.HOUR_NS;
    private static final int EPOCH_NS_DIGITS = 19;

    private final Fields fields = new Fields(MboColumns.MAX);
    private final long maxPrice;

    long exchangeTimeNs;
    long receiveTimeNs;
    int publisher;
    /** A, C, M, T, F, R or N, as in the file. */
    byte action;
    Side side = Side.NULL_VAL;
    long price;
    long size;
    long orderId;
    int flags;
    long sequence;
    int symbolStart;
    int symbolLength;

    MboRow(final long maxPrice) {
        this.maxPrice = maxPrice;
    }

    /** Reads the line; unless it returns {@link RecordDecoder#ACCEPTED} the fields mean nothing. */
    RejectReason read(final MboColumns columns, final byte[] line, final int offset, final int length) {
        fields.split(line, offset, length, ',');
        if (!columns.fit(fields)) {
            return RejectReason.MALFORMED;
        }
        final long publisherId = optional(columns.publisher());
        final long bits = optional(columns.flags());
        sequence = optional(columns.sequence());
        if (publisherId < 0 || publisherId > Integer.MAX_VALUE || bits < 0 || bits > 255 || sequence < 0) {
            return RejectReason.BAD_NUMBER;
        }
        publisher = (int) publisherId;
        flags = (int) bits;
        if (columns.symbol() >= 0) {
            symbolStart = fields.start(columns.symbol());
            symbolLength = fields.length(columns.symbol());
        }
        action = fields.single(columns.action());
        final RejectReason reason = readTimes(columns);
        return reason == RecordDecoder.ACCEPTED ? readAction(columns) : reason;
    }

    private long optional(final int column) {
        return column < 0 ? 0 : fields.integer(column);
    }

    private RejectReason readTimes(final MboColumns columns) {
        final long event = time(columns.tsEvent());
        final long receive = columns.tsRecv() < 0 ? event : time(columns.tsRecv());
        final boolean snapshot = (flags & SNAPSHOT) != 0;
        // an order of a snapshot tells when it was entered, perhaps days ago
        if (event < 0 || receive < 0 || (!snapshot && Math.abs(event - receive) > MAX_DELAY_NS)) {
            return RejectReason.BAD_TIME;
        }
        exchangeTimeNs = snapshot ? receive : event;
        receiveTimeNs = receive;
        return RecordDecoder.ACCEPTED;
    }

    private long time(final int column) {
        return fields.length(column) == EPOCH_NS_DIGITS && isRaw(column) ? fields.integer(column)
                : Times.parseIso(fields.buffer(), fields.start(column), fields.length(column));
    }

    /** Only digits. */
    private boolean isRaw(final int column) {
        return fields.integer(column) >= 0;
    }

    private RejectReason readAction(final MboColumns columns) {
        return switch (action) {
            case 'R', 'N' -> RecordDecoder.ACCEPTED;
            case 'A', 'M', 'C', 'T', 'F' -> readOrder(columns);
            default -> RejectReason.UNKNOWN_TYPE;
        };
    }

    private RejectReason readOrder(final MboColumns columns) {
        side = switch (fields.single(columns.side())) {
            case 'B' -> Side.BID;
            case 'A' -> Side.ASK;
            default -> Side.NULL_VAL;
        };
        if (side == Side.NULL_VAL && (fields.single(columns.side()) != 'N' || action != 'T')) {
            return RejectReason.BAD_SIDE;
        }
        orderId = fields.integer(columns.orderId());
        if (orderId < 0 || (orderId == 0 && action != 'T')) {
            return RejectReason.BAD_NUMBER;
        }
        final long count = fields.integer(columns.size());
        if (count == Fields.INVALID && fields.decimal(columns.size()) == Fields.INVALID) {
            return RejectReason.BAD_NUMBER;
        }
        if (count <= 0 || count >= Limits.MAX_SIZE / Decimals.ONE) {
            return RejectReason.BAD_SIZE;
        }
        size = count * Decimals.ONE;
        price = price(columns);
        // a cancellation takes a size away, whatever price stands beside it
        return action == 'C' || Limits.isPrice(price, maxPrice) ? RecordDecoder.ACCEPTED : RejectReason.BAD_PRICE;
    }

    private long price(final MboColumns columns) {
        return isRaw(columns.tsEvent()) && isRaw(columns.price()) ? fields.integer(columns.price()) : fields.decimal(columns.price());
    }
}
