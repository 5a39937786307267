package io.undercurrent.app;

import io.undercurrent.engine.row.Instrument;
import io.undercurrent.signals.RowLayout;
import java.util.List;
import java.util.stream.IntStream;

/** A visible level, in 1e-9; both 0: there is none. */
record BookLevel(long price, long size) {
    /** The bids at a row's end, the best first. */
    static List<BookLevel> bids(final WindowRow row, final Instrument instrument) {
        return levels(row, instrument, RowLayout.BID_PRICE, RowLayout.BID_SIZE);
    }

    /** The asks. */
    static List<BookLevel> asks(final WindowRow row, final Instrument instrument) {
        return levels(row, instrument, RowLayout.ASK_PRICE, RowLayout.ASK_SIZE);
    }

    private static List<BookLevel> levels(final WindowRow row, final Instrument instrument, final int prices, final int sizes) {
        return IntStream.range(0, RowLayout.LEVELS)
                .mapToObj(level -> new BookLevel(WindowCell.product(row.value(prices + level), instrument.priceIncrement()),
                        WindowCell.product(row.value(sizes + level), instrument.sizeIncrement())))
                .filter(level -> level.size() != 0).toList();
    }
}
