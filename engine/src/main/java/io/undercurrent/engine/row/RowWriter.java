package io.undercurrent.engine.row;

import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.Book;
import io.undercurrent.engine.book.BookView;
import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.RowLayout;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a row with the book at its close. Depth leaves out levels more than 5 % off the last valid mid, and quotes that a participant
 * has not touched for 60 s and that are not at the best price. In the middle of a snapshot no book is written.
 */
final class RowWriter {
    static final long STALE_NS = 60_000_000_000L;

    private final Instrument instrument;
    private final Book book;
    private final RowSums sums;

    RowWriter(final Instrument instrument, final Book book, final RowSums sums) {
        this.instrument = instrument;
        this.book = book;
        this.sums = sums;
    }

    long units(final long size) {
        return instrument.units(size);
    }

    /** @param priceSum best bid + best ask at the last valid moment, 1e-9 */
    void write(final MutableDirectBuffer rows, final int offset, final long closeNs, final long priceSum) {
        sums.set(RowColumn.CAPABILITIES, instrument.capabilities());
        if (book.whole()) {
            sums.set(RowColumn.BID_DEPTH10, depth(Side.BID, closeNs, priceSum));
            sums.set(RowColumn.ASK_DEPTH10, depth(Side.ASK, closeNs, priceSum));
            sums.set(RowColumn.BID_BEST_SIZE, instrument.units(book.size(Side.BID, 0)));
            sums.set(RowColumn.ASK_BEST_SIZE, instrument.units(book.size(Side.ASK, 0)));
            for (int level = 0; level < RowLayout.LEVELS; level++) {
                levels(rows, offset, level);
            }
        }
        sums.write(rows, offset);
    }

    private void levels(final MutableDirectBuffer rows, final int offset, final int level) {
        if (level < book.levels(Side.BID)) {
            sums.put(rows, offset, RowLayout.BID_PRICE + level, instrument.bidTicks(book.price(Side.BID, level)));
            sums.put(rows, offset, RowLayout.BID_SIZE + level, instrument.units(book.size(Side.BID, level)));
        }
        if (level < book.levels(Side.ASK)) {
            sums.put(rows, offset, RowLayout.ASK_PRICE + level, instrument.askTicks(book.price(Side.ASK, level)));
            sums.put(rows, offset, RowLayout.ASK_SIZE + level, instrument.units(book.size(Side.ASK, level)));
        }
    }

    private long depth(final Side side, final long closeNs, final long priceSum) {
        final int levels = Math.min(BookView.VISIBLE_LEVELS, book.levels(side));
        long sum = 0;
        long last = BookView.NO_PRICE;
        for (int level = 0; level < levels; level++) {
            final long price = book.price(side, level);
            // 20 |price − mid| > mid, in whole numbers
            if (Math.abs(2 * price - priceSum) <= priceSum / 20) {
                sum = RowSums.saturatedSum(sum, book.size(side, level));
                last = price;
            }
        }
        if (last == BookView.NO_PRICE) {
            return 0;
        }
        return instrument.units(Math.max(0, sum - book.staleSize(side, closeNs - STALE_NS, last)));
    }
}
