package io.undercurrent.signals;

/**
 * How distribution reads a row: bid and ask, buy and sell change places, and prices move the other way. A signal is written once, for
 * accumulation, and asks here for its columns and for the sign of changes and flows.
 */
final class Mirror {
    private static final RowColumn[] MIRRORED = new RowColumn[RowLayout.SIGNAL_COLUMNS];

    static {
        for (final RowColumn column : RowColumn.values()) {
            MIRRORED[column.ordinal()] = column;
        }
        swap(RowColumn.BID_DEPTH10, RowColumn.ASK_DEPTH10);
        swap(RowColumn.BID_BEST_SIZE, RowColumn.ASK_BEST_SIZE);
        swap(RowColumn.BUY_VOLUME, RowColumn.SELL_VOLUME);
        swap(RowColumn.BID_HIT, RowColumn.ASK_HIT);
        swap(RowColumn.BID_REFILL, RowColumn.ASK_REFILL);
        swap(RowColumn.BID_HIDDEN, RowColumn.ASK_HIDDEN);
        swap(RowColumn.BID_CANCELLED10, RowColumn.ASK_CANCELLED10);
        swap(RowColumn.BID_EXECUTED_DEEP, RowColumn.ASK_EXECUTED_DEEP);
        swap(RowColumn.BUY_BURSTS, RowColumn.SELL_BURSTS);
        swap(RowColumn.SMALL_BUY_BURSTS, RowColumn.SMALL_SELL_BURSTS);
        swap(RowColumn.BID_HIT_BURSTS, RowColumn.ASK_HIT_BURSTS);
        swap(RowColumn.BID_REFILL_BURSTS, RowColumn.ASK_REFILL_BURSTS);
        swap(RowColumn.BID_MATCHED_HITS, RowColumn.ASK_MATCHED_HITS);
        swap(RowColumn.BID_AT_ONCE_HITS, RowColumn.ASK_AT_ONCE_HITS);
        swap(RowColumn.BID_ANSWER, RowColumn.ASK_ANSWER);
        swap(RowColumn.BID_UNSEEN_BURSTS, RowColumn.ASK_UNSEEN_BURSTS);
    }

    private Mirror() {
    }

    private static void swap(final RowColumn a, final RowColumn b) {
        MIRRORED[a.ordinal()] = b;
        MIRRORED[b.ordinal()] = a;
    }

    static RowColumn column(final SignalSide side, final RowColumn ofAccumulation) {
        return side == SignalSide.ACCUMULATION ? ofAccumulation : MIRRORED[ofAccumulation.ordinal()];
    }

    /** +1 or −1: factor of changes of price and of signed flow. */
    static int sign(final SignalSide side) {
        return side == SignalSide.ACCUMULATION ? 1 : -1;
    }
}
