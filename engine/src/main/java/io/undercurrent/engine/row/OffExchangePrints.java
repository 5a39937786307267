package io.undercurrent.engine.row;

import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.Book;
import io.undercurrent.signals.RowColumn;

/**
 * Off-exchange prints. All count as volume. Those whose price is of this moment can be blocks, have a sign (the feed's; else their place in
 * the spread, none within the middle fifth) and count as mid prints: within a tenth of the spread of the mid, unless the price has the
 * fraction of a cent that wholesalers give to retail orders.
 */
final class OffExchangePrints {
    static final long BLOCK_UNITS = 10_000;
    static final long MID_CAP_UNITS = 1_000;

    private static final long CENT = 10_000_000L;

    private final Instrument instrument;
    private final Book book;
    private final RowSums sums;

    OffExchangePrints(final Instrument instrument, final Book book, final RowSums sums) {
        this.instrument = instrument;
        this.book = book;
        this.sums = sums;
    }

    /**
     * @param current its price is of this moment: in time, no auction, none of the conditions that say otherwise
     * @param quotable the book is whole and valid
     */
    void print(final long price, final long size, final int aggressor, final boolean current, final boolean quotable) {
        final long units = instrument.units(size);
        sums.add(RowColumn.OFF_VOLUME, units);
        if (!current) {
            return;
        }
        if (units >= BLOCK_UNITS) {
            sums.add(RowColumn.OFF_BLOCK, units);
        }
        final long bid = book.price(Side.BID, 0);
        final long ask = book.price(Side.ASK, 0);
        final int sign = sign(price, aggressor, bid, ask, quotable);
        if (sign != 0) {
            sums.add(sign > 0 ? RowColumn.OFF_BUY_VOLUME : RowColumn.OFF_SELL_VOLUME, units);
        }
        // 10 |price − mid| ≤ spread, in whole numbers
        if (quotable && Math.abs(2 * price - bid - ask) <= (ask - bid) / 5 && !retailLike(price)) {
            sums.add(RowColumn.OFF_MID, Math.min(units, MID_CAP_UNITS));
        }
    }

    private static int sign(final long price, final int aggressor, final long bid, final long ask, final boolean quotable) {
        if (aggressor == Aggressor.BUY.value()) {
            return 1;
        }
        if (aggressor == Aggressor.SELL.value()) {
            return -1;
        }
        if (!quotable) {
            return 0;
        }
        final long fifths = 5 * (price - bid);
        final long spread = ask - bid;
        return fifths > 3 * spread ? 1 : fifths < 2 * spread ? -1 : 0;
    }

    /** Price modulo a cent within (0, 0.004) or (0.006, 0.01). */
    static boolean retailLike(final long price) {
        final long fraction = price % CENT;
        return fraction > 0 && (fraction < 4 * CENT / 10 || fraction > 6 * CENT / 10);
    }
}
