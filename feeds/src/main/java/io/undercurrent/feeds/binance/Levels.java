package io.undercurrent.feeds.binance;

import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.Limits;
import java.util.Arrays;

/** One side's {@code [["price","size"],…]} of a message. Grows to the longest that comes. Reused; one thread. */
final class Levels {
    private static final int INITIAL = 1 << 11;

    private final long maxPrice;
    private long[] prices = new long[INITIAL];
    private long[] sizes = new long[INITIAL];
    private int count;

    Levels(final long maxPrice) {
        this.maxPrice = maxPrice;
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    long price(final int index) {
        return prices[index];
    }

    /** 0: the level is gone. */
    long size(final int index) {
        return sizes[index];
    }

    /** Reads the array that the scanner stands at; returns {@link RecordDecoder#ACCEPTED}, or what is wrong with it. */
    RejectReason read(final JsonScanner json) {
        count = 0;
        json.beginArray();
        while (json.nextElement()) {
            boolean whole = json.beginArray() && json.nextElement();
            final long price = json.quotedDecimal();
            whole &= json.nextElement();
            final long size = json.quotedDecimal();
            while (whole && json.nextElement()) {
                // spot once had a third, empty element
                json.skip();
            }
            if (!whole || json.failed()) {
                return RejectReason.MALFORMED;
            }
            final RejectReason reason = check(price, size);
            if (reason != RecordDecoder.ACCEPTED) {
                return reason;
            }
            add(price, size);
        }
        return json.failed() ? RejectReason.MALFORMED : RecordDecoder.ACCEPTED;
    }

    private RejectReason check(final long price, final long size) {
        if (price == JsonScanner.INVALID || size == JsonScanner.INVALID) {
            return RejectReason.BAD_NUMBER;
        }
        if (!Limits.isPrice(price, maxPrice)) {
            return RejectReason.BAD_PRICE;
        }
        return size != 0 && !Limits.isSize(size) ? RejectReason.BAD_SIZE : RecordDecoder.ACCEPTED;
    }

    private void add(final long price, final long size) {
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, 2 * count);
            sizes = Arrays.copyOf(sizes, 2 * count);
        }
        prices[count] = price;
        sizes[count] = size;
        count++;
    }
}
