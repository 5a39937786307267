package io.undercurrent.engine.row;

import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.Book;
import io.undercurrent.signals.RowColumn;

/**
 * Off-exchange prints. All count as volume, those whose price is of this moment in bursts too: all of them, those whose price has the
 * fraction of a cent that wholesalers give to retail orders, and of the others the mid prints, within a tenth of the spread of the mid.
 */
final class OffExchangePrints {
    static final long BURST_NS = 500_000_000L;

    private static final long CENT = 10_000_000L;

    private final Instrument instrument;
    private final Book book;
    private final RowSums sums;
    private final Bursts bursts = new Bursts(BURST_NS);
    private final Bursts midBursts = new Bursts(BURST_NS);
    private final Bursts retailBursts = new Bursts(BURST_NS);

    OffExchangePrints(final Instrument instrument, final Book book, final RowSums sums) {
        this.instrument = instrument;
        this.book = book;
        this.sums = sums;
    }

    /**
     * @param nowNs event time
     * @param current its price is of this moment: in time, no auction, none of the conditions that say otherwise
     * @param quotable the book is whole and valid
     */
    void print(final long price, final long size, final long nowNs, final boolean current, final boolean quotable) {
        sums.add(RowColumn.OFF_VOLUME, instrument.units(size));
        if (!current) {
            return;
        }
        if (bursts.begins(nowNs)) {
            sums.add(RowColumn.OFF_BURSTS, 1);
        }
        if (retailLike(price)) {
            if (retailBursts.begins(nowNs)) {
                sums.add(RowColumn.OFF_RETAIL_BURSTS, 1);
            }
        } else if (quotable && nearMid(price) && midBursts.begins(nowNs)) {
            sums.add(RowColumn.OFF_MID_BURSTS, 1);
        }
    }

    private boolean nearMid(final long price) {
        final long bid = book.price(Side.BID, 0);
        final long ask = book.price(Side.ASK, 0);
        // 10 |price − mid| ≤ spread, in whole numbers
        return Math.abs(2 * price - bid - ask) <= (ask - bid) / 5;
    }

    void restart() {
        bursts.restart();
        midBursts.restart();
        retailBursts.restart();
    }

    /** Price modulo a cent within (0, 0.004) or (0.006, 0.01). */
    static boolean retailLike(final long price) {
        final long fraction = price % CENT;
        return fraction > 0 && (fraction < 4 * CENT / 10 || fraction > 6 * CENT / 10);
    }
}
