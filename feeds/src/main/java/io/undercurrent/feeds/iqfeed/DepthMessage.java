package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.input.Fields;

/**
 * A line of market depth, checked: an order (by its id), a market maker's quote (by its name) or a price level. Reused; one thread.
 */
final class DepthMessage {
    static final byte PRICE_LEVEL_ORDER = '0';
    static final byte ADD = '3';
    static final byte UPDATE = '4';
    static final byte DELETE = '5';
    static final byte SUMMARY = '6';
    static final byte LEVEL_SUMMARY = '7';
    static final byte LEVEL_UPDATE = '8';
    static final byte LEVEL_DELETE = '9';

    private static final int SYMBOL = 1;

    private final IqfeedClock clock;
    private final long maxPrice;

    byte type;
    BookKind kind = BookKind.NULL_VAL;
    int symbolStart;
    int symbolLength;
    /** Order id or packed name of the market maker. */
    long entryId;
    Side side = Side.NULL_VAL;
    long price;
    /** 0: a market maker shows nothing, a level is empty. */
    long size;
    int orderCount;
    /** UTC; {@link IqfeedClock#NONE}: the line has a date, but no time. */
    long timeNs;
    private long day;

    DepthMessage(final IqfeedClock clock, final long maxPrice) {
        this.clock = clock;
        this.maxPrice = maxPrice;
    }

    /** Reads a line cut into fields; unless it returns {@link RecordDecoder#ACCEPTED} the fields mean nothing. */
    RejectReason read(final Fields fields) {
        type = fields.single(0);
        final int columns = switch (type) {
            case DELETE -> 7;
            case LEVEL_SUMMARY, LEVEL_UPDATE -> 9;
            case LEVEL_DELETE -> 6;
            default -> 11;
        };
        if (fields.count() != columns && !(fields.count() == columns + 1 && fields.length(columns) == 0)) {
            return RejectReason.MALFORMED;
        }
        symbolStart = fields.start(SYMBOL);
        symbolLength = fields.length(SYMBOL);
        RejectReason reason = readTime(fields, columns - 2);
        if (reason == RecordDecoder.ACCEPTED) {
            reason = switch (type) {
                case DELETE -> readEntry(fields);
                case LEVEL_SUMMARY, LEVEL_UPDATE -> readLevel(fields, true);
                case LEVEL_DELETE -> readLevel(fields, false);
                default -> readOrder(fields);
            };
        }
        // a summary tells when its order was entered, perhaps days ago
        if (reason == RecordDecoder.ACCEPTED && !isSummary()) {
            clock.day(day);
        }
        return reason;
    }

    private RejectReason readTime(final Fields fields, final int at) {
        day = EasternTimes.isoDay(fields.buffer(), fields.start(at + 1), fields.length(at + 1));
        if (day == EasternTimes.INVALID) {
            return RejectReason.BAD_TIME;
        }
        timeNs = IqfeedClock.NONE;
        if (fields.length(at) > 0) {
            timeNs = clock.timeNs(fields, at, day);
            return timeNs == IqfeedClock.NONE ? RejectReason.BAD_TIME : RecordDecoder.ACCEPTED;
        }
        return RecordDecoder.ACCEPTED;
    }

    /** Whether it says what was before it came. */
    boolean isSummary() {
        return type == SUMMARY || type == LEVEL_SUMMARY;
    }

    /** Order id and market maker, of which a line has one, and the side. */
    private RejectReason readEntry(final Fields fields) {
        if (fields.length(2) > 0) {
            kind = BookKind.BY_ORDER;
            entryId = fields.integer(2);
            if (entryId <= 0) {
                return RejectReason.BAD_NUMBER;
            }
        } else if (fields.length(3) > 0 && fields.length(3) <= Ascii8.MAX_LENGTH) {
            kind = BookKind.BY_PARTICIPANT;
            entryId = Ascii8.pack(fields.buffer(), fields.start(3), fields.length(3));
        } else {
            return RejectReason.MALFORMED;
        }
        return readSide(fields, 4);
    }

    private RejectReason readSide(final Fields fields, final int at) {
        side = switch (fields.single(at)) {
            case 'A' -> Side.ASK;
            case 'B' -> Side.BID;
            default -> Side.NULL_VAL;
        };
        return side == Side.NULL_VAL ? RejectReason.BAD_SIDE : RecordDecoder.ACCEPTED;
    }

    private RejectReason readOrder(final Fields fields) {
        final RejectReason reason = readEntry(fields);
        if (reason != RecordDecoder.ACCEPTED) {
            return reason;
        }
        if ((fields.length(7) > 0 && fields.integer(7) == Fields.INVALID) || !isPrecision(fields, 8)) {
            return RejectReason.BAD_NUMBER;
        }
        // a market maker may show nothing
        return readQuantity(fields, 5, kind == BookKind.BY_PARTICIPANT);
    }

    private RejectReason readQuantity(final Fields fields, final int priceAt, final boolean mayBeEmpty) {
        final long shares = fields.integer(priceAt + 1);
        if (shares == Fields.INVALID) {
            return RejectReason.BAD_NUMBER;
        }
        if (shares < 0 || shares >= Limits.MAX_SIZE / Decimals.ONE || (shares == 0 && !mayBeEmpty)) {
            return RejectReason.BAD_SIZE;
        }
        size = shares * Decimals.ONE;
        price = fields.decimal(priceAt);
        return Limits.isPrice(price, maxPrice) || (size == 0 && price == 0) ? RecordDecoder.ACCEPTED : RejectReason.BAD_PRICE;
    }

    private static boolean isPrecision(final Fields fields, final int at) {
        return fields.length(at) == 0 || (fields.single(at) >= '0' && fields.single(at) <= '9');
    }

    private RejectReason readLevel(final Fields fields, final boolean hasSize) {
        kind = BookKind.BY_LEVEL;
        final RejectReason reason = readSide(fields, 2);
        if (reason != RecordDecoder.ACCEPTED) {
            return reason;
        }
        if (!hasSize) {
            price = fields.decimal(3);
            return Limits.isPrice(price, maxPrice) ? RecordDecoder.ACCEPTED : RejectReason.BAD_PRICE;
        }
        final long orders = fields.integer(5);
        if (orders < 0 || orders > Integer.MAX_VALUE || !isPrecision(fields, 6)) {
            return RejectReason.BAD_NUMBER;
        }
        orderCount = (int) orders;
        return readQuantity(fields, 3, true);
    }
}
