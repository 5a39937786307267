package io.undercurrent.feeds.ticks;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.input.Fields;

/**
 * One trade or quote line, checked. Times are milliseconds since midnight with up to six decimals, prices in 1e-4. A quote that is marked
 * suspicious is refused as {@code BAD_PRICE}: it stands far off the market and must not become the best quote. Reused; one thread.
 */
final class TickRecord {
    static final int TRADE_COLUMNS = 6;
    static final int QUOTE_COLUMNS = 8;

    static final long PRICE_UNIT = 100_000;
    private static final long MS_PER_DAY = 86_400_000L;
    private static final long NS_PER_MS = Times.SECOND_NS / 1_000;
    private static final int MAX_HEX_DIGITS = 8;

    private final Fields fields = new Fields(QUOTE_COLUMNS);
    private final int columns;
    private final long maxPrice;

    long sinceMidnightNs;
    /** Of a trade. */
    long price;
    /** Of a trade. */
    long size;
    /** Of a quote: 0 where the line does not have this side. */
    long bidPrice;
    long bidSize;
    long askPrice;
    long askSize;
    /** Packed. */
    long exchange;
    long conditions;
    /** Packed, as in the file. */
    long conditionText;
    boolean suspicious;

    /** @param columns which kind: {@link #TRADE_COLUMNS} or {@link #QUOTE_COLUMNS} */
    TickRecord(final int columns, final long maxPrice) {
        this.columns = columns;
        this.maxPrice = maxPrice;
    }

    boolean isTrade() {
        return columns == TRADE_COLUMNS;
    }

    /** Reads the line; unless it returns {@link RecordDecoder#ACCEPTED} the fields mean nothing. */
    RejectReason read(final byte[] line, final int offset, final int length) {
        if (fields.split(line, offset, length, ',') != columns) {
            return RejectReason.MALFORMED;
        }
        final long milliseconds = fields.rounded(0);
        if (milliseconds < 0 || milliseconds >= MS_PER_DAY * Decimals.ONE) {
            return RejectReason.BAD_TIME;
        }
        sinceMidnightNs = milliseconds / (Decimals.ONE / NS_PER_MS);
        for (int i = 1; i < columns - 3; i++) {
            if (fields.integer(i) == Fields.INVALID) {
                return RejectReason.BAD_NUMBER;
            }
        }
        final RejectReason reason = isTrade() ? readTrade() : readQuote();
        return reason == RecordDecoder.ACCEPTED ? readTail() : reason;
    }

    private RejectReason readTrade() {
        price = price(1);
        size = size(2);
        return price <= 0 ? RejectReason.BAD_PRICE : size <= 0 ? RejectReason.BAD_SIZE : RecordDecoder.ACCEPTED;
    }

    private RejectReason readQuote() {
        bidPrice = price(1);
        bidSize = size(2);
        askPrice = price(3);
        askSize = size(4);
        if (bidPrice < 0 || askPrice < 0) {
            return RejectReason.BAD_PRICE;
        }
        // a price without a size, or a size without a price, is no quote
        return bidSize < 0 || askSize < 0 || (bidPrice > 0) != (bidSize > 0) || (askPrice > 0) != (askSize > 0)
                ? RejectReason.BAD_SIZE : RecordDecoder.ACCEPTED;
    }

    /** Exchange, conditions and the mark of suspicion. */
    private RejectReason readTail() {
        final int exchangeField = columns - 3;
        final byte letter = fields.single(exchangeField);
        if (!isExchange(letter)) {
            return RejectReason.MALFORMED;
        }
        exchange = letter;
        if (!readConditions(columns - 2)) {
            return RejectReason.BAD_NUMBER;
        }
        final byte mark = fields.single(columns - 1);
        if (mark != '0' && mark != '1') {
            return RejectReason.MALFORMED;
        }
        suspicious = mark == '1';
        return suspicious && !isTrade() ? RejectReason.BAD_PRICE : RecordDecoder.ACCEPTED;
    }

    static boolean isExchange(final byte letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private boolean readConditions(final int field) {
        final int length = fields.length(field);
        if (length < 1 || length > MAX_HEX_DIGITS) {
            return false;
        }
        long value = 0;
        for (int i = fields.start(field); i < fields.start(field) + length; i++) {
            final int digit = Character.digit((char) (fields.buffer()[i] & 0xFF), 16);
            if (digit < 0) {
                return false;
            }
            value = (value << 4) | digit;
        }
        conditions = value;
        conditionText = Ascii8.pack(fields.buffer(), fields.start(field), length);
        return true;
    }

    /** -1: beyond range. */
    private long price(final int field) {
        final long value = fields.integer(field);
        return value < 0 || value > maxPrice / PRICE_UNIT ? -1 : value * PRICE_UNIT;
    }

    /** -1: beyond range. */
    private long size(final int field) {
        final long value = fields.integer(field);
        return value < 0 || value >= Limits.MAX_SIZE / Decimals.ONE ? -1 : value * Decimals.ONE;
    }
}
