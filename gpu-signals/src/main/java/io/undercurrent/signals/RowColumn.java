package io.undercurrent.signals;

/**
 * The columns of a row that the signals read, in their order in memory: column {@code c} is the int32 at {@code 4 * c.ordinal()}.
 * Prices are counts of the instrument's price increment (ticks), sizes counts of its size increment; all saturate. The visible book
 * follows behind them, see {@link RowLayout}.
 */
public enum RowColumn {
    /** Sum of the ten visible bid sizes at the close. */
    BID_DEPTH10(Aggregation.LAST),
    ASK_DEPTH10(Aggregation.LAST),
    /** Time with a two-sided, uncrossed book. */
    VALID_MS(Aggregation.SUM),
    /** Best bid + best ask at the last valid moment; 0: never valid so far. */
    MID2_CLOSE(Aggregation.LAST),
    /** Sum of the absolute changes of mid2. */
    MID2_PATH(Aggregation.SUM),
    /** Sum of the squared changes of mid2. */
    MID2_SQUARE_SUM(Aggregation.SUM),
    /** Spread times milliseconds, while valid. */
    SPREAD_TIME(Aggregation.SUM),
    /** Lit volume by aggressor. */
    BUY_VOLUME(Aggregation.SUM),
    SELL_VOLUME(Aggregation.SUM),
    UNSIGNED_VOLUME(Aggregation.SUM),
    BUY_TRADES(Aggregation.SUM),
    SELL_TRADES(Aggregation.SUM),
    SMALL_BUY_VOLUME(Aggregation.SUM),
    SMALL_SELL_VOLUME(Aggregation.SUM),
    /** Volume that hit the best bid, judged per trade event. */
    BID_HIT(Aggregation.SUM),
    /** Of that, what was shown again at the same price 250 ms later. */
    BID_REFILL(Aggregation.SUM),
    /** Of that, what exceeded the size displayed before. */
    BID_HIDDEN(Aggregation.SUM),
    /** Of that, what the best bid gave way to. */
    BID_FAIL(Aggregation.SUM),
    ASK_HIT(Aggregation.SUM),
    ASK_REFILL(Aggregation.SUM),
    ASK_HIDDEN(Aggregation.SUM),
    ASK_FAIL(Aggregation.SUM),
    /** Visible size cancelled within ten levels. */
    BID_CANCELLED10(Aggregation.SUM),
    /** Size executed at a price that had been shown at the second level or deeper. */
    BID_EXECUTED_DEEP(Aggregation.SUM),
    ASK_CANCELLED10(Aggregation.SUM),
    ASK_EXECUTED_DEEP(Aggregation.SUM),
    /** Order-flow imbalance of the best level (Cont, Kukanov, Stoikov 2014). */
    OFI1(Aggregation.SUM),
    /** Off-exchange prints. */
    OFF_VOLUME(Aggregation.SUM),
    /** Sum of min(size, 1,000) of the eligible ones within a tenth of the spread of the mid. */
    OFF_MID(Aggregation.SUM),
    /** Those of 10,000 and more. */
    OFF_BLOCK(Aggregation.SUM),
    OFF_BUY_VOLUME(Aggregation.SUM),
    OFF_SELL_VOLUME(Aggregation.SUM),
    /** Changes of the visible book. */
    BOOK_UPDATES(Aggregation.SUM),
    /** L: max(1, running median lit lot). */
    LOT(Aggregation.LAST),
    /** Bits of {@link RowLayout}: what this feed can show of this instrument. */
    CAPABILITIES(Aggregation.LAST);

    /** How ten fine rows make a coarse one. */
    public enum Aggregation { SUM, LAST }

    private final Aggregation aggregation;

    RowColumn(final Aggregation aggregation) {
        this.aggregation = aggregation;
    }

    public Aggregation aggregation() {
        return aggregation;
    }
}
