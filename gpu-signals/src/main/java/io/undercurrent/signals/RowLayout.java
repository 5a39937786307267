package io.undercurrent.signals;

/**
 * Where the values of a row stand: first the {@link RowColumn}s, then the visible book at the close (level 0 is the best; an empty level
 * has price 0 and size 0), which explanations and pictures need and the signals do not.
 */
public final class RowLayout {
    /** Levels of the visible book. */
    public static final int LEVELS = 10;

    /** Columns that the signals read. */
    public static final int SIGNAL_COLUMNS = RowColumn.values().length;

    /** Index of the best bid's price; the other levels follow. */
    public static final int BID_PRICE = SIGNAL_COLUMNS;
    public static final int BID_SIZE = BID_PRICE + LEVELS;
    public static final int ASK_PRICE = BID_SIZE + LEVELS;
    public static final int ASK_SIZE = ASK_PRICE + LEVELS;

    /** All int32 values of a row. */
    public static final int COLUMNS = ASK_SIZE + LEVELS;

    public static final int ROW_BYTES = COLUMNS * Integer.BYTES;

    /** {@link RowColumn#CAPABILITIES}: the feed shows off-exchange prints. */
    public static final int HAS_OFF_EXCHANGE = 1;
    /** The book has more than its best level. */
    public static final int HAS_DEPTH = 1 << 1;
    /** Lit trades happen on the venues that the book contains, so absorption can be measured. */
    public static final int HAS_OWN_VENUE_TRADES = 1 << 2;
    /** Executions are told apart from cancellations. */
    public static final int HAS_EXECUTIONS = 1 << 3;

    private RowLayout() {
    }
}
