package io.undercurrent.feeds.lobster;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.input.Fields;
import io.undercurrent.feeds.input.FormatCheck;
import io.undercurrent.feeds.input.LineReader;
import io.undercurrent.feeds.input.RecordReader;
import java.nio.file.Path;
import java.util.List;

/**
 * The orders that stood in the book before a LOBSTER file begins, as far as the first row of its orderbook file shows them: one
 * synthetic order per level. Later messages about orders that were never shown take from the synthetic order at their price.
 * One thread.
 */
final class LobsterSeed {
    /** What a level's four columns give, ask first: ask price, ask size, bid price, bid size. */
    private static final int COLUMNS_PER_LEVEL = 4;
    private static final int MAX_LEVELS = 200;
    /** Of a level that is not there; the bid's is negative. */
    static final long DUMMY_PRICE = 9_999_999_999L;

    private final int levels;
    /** Of level k: ask at 2k, bid at 2k + 1; in 1e-9, as all prices and sizes. */
    private final long[] prices;
    private final long[] sizes;

    private LobsterSeed(final Fields row) {
        levels = row.count() / COLUMNS_PER_LEVEL;
        prices = new long[2 * levels];
        sizes = new long[2 * levels];
        for (int i = 0; i < prices.length; i++) {
            final long price = row.integer(2 * i);
            final boolean empty = Math.abs(price) == DUMMY_PRICE;
            prices[i] = empty ? 0 : price * LobsterMessage.PRICE_UNIT;
            sizes[i] = empty ? 0 : row.integer(2 * i + 1) * Decimals.ONE;
        }
    }

    /** @throws FeedException it is no LOBSTER orderbook file */
    static LobsterSeed read(final Path file) {
        final Fields fields = new Fields(COLUMNS_PER_LEVEL * MAX_LEVELS);
        FormatCheck.require(LobsterFeed.NAME, List.of(file), LineReader.CSV_LINE_BYTES,
                "(in a seed book) 'ask price,ask size,bid price,bid size' for each level",
                (line, offset, length) -> isRow(fields, line, offset, length));
        try (LineReader lines = new LineReader(List.of(file), LineReader.CSV_LINE_BYTES)) {
            for (RecordReader.Found found = lines.next(); found != RecordReader.Found.END; found = lines.next()) {
                if (found == RecordReader.Found.RECORD) {
                    if (isRow(fields, lines.buffer(), lines.offset(), lines.length())) {
                        return new LobsterSeed(fields);
                    }
                    break;
                }
            }
        }
        throw new FeedException(file + ": its first row, the only one that can seed a book, is damaged; fetch the file again");
    }

    private static boolean isRow(final Fields fields, final byte[] line, final int offset, final int length) {
        final int count = fields.split(line, offset, length, ',');
        if (count < COLUMNS_PER_LEVEL || count % COLUMNS_PER_LEVEL != 0 || count > COLUMNS_PER_LEVEL * MAX_LEVELS) {
            return false;
        }
        for (int i = 0; i < count; i += 2) {
            final long price = fields.integer(i);
            final long size = fields.integer(i + 1);
            final boolean empty = Math.abs(price) == DUMMY_PRICE;
            if (!empty && (price <= 0 || price > DUMMY_PRICE || size <= 0 || size >= Limits.MAX_SIZE / Decimals.ONE)) {
                return false;
            }
        }
        return true;
    }

    /** Takes a size that a real order accounts for out of the synthetic one at its price. */
    void takeOut(final Side side, final long price, final long size) {
        final int entry = entryAt(side, price);
        if (entry >= 0) {
            sizes[entry] -= Math.min(size, sizes[entry]);
        }
    }

    /** Adds the synthetic orders to the book. */
    void publish(final EventPublisher out, final int instrumentId) {
        for (int entry = 0; entry < sizes.length; entry++) {
            if (sizes[entry] > 0) {
                out.orderAdd(instrumentId, orderId(entry), sideOf(entry), prices[entry], sizes[entry]);
            }
        }
    }

    /** The synthetic order that still stands at the price; -1: none. */
    int entryAt(final Side side, final long price) {
        for (int entry = side == Side.ASK ? 0 : 1; entry < sizes.length; entry += 2) {
            if (prices[entry] == price && sizes[entry] > 0) {
                return entry;
            }
        }
        return -1;
    }

    /** Takes at most {@code size} from a synthetic order and returns what was taken. */
    long take(final int entry, final long size) {
        final long taken = Math.min(size, sizes[entry]);
        sizes[entry] -= taken;
        return taken;
    }

    /** Real ids are above 0, so these can't clash. */
    static long orderId(final int entry) {
        return -1L - entry;
    }

    private static Side sideOf(final int entry) {
        return entry % 2 == 0 ? Side.ASK : Side.BID;
    }
}
