package io.undercurrent.signals;

/**
 * The columns of a row that the signals read, in their order in memory: column {@code c} is the int32 at {@code 4 * c.ordinal()}.
 * Prices are counts of the instrument's price increment (ticks), sizes counts of its size increment; all saturate. The visible book
 * follows behind them, see {@link RowLayout}.
 */
public enum RowColumn {
    /** Sum of the ten visible bid sizes at the close; a mean over rows is what a stretch has. */
    BID_DEPTH10(Aggregation.SUM),
    ASK_DEPTH10(Aggregation.SUM),
    /** Size at the best bid at the close. */
    BID_BEST_SIZE(Aggregation.SUM),
    ASK_BEST_SIZE(Aggregation.SUM),
    /** Time with a two-sided, uncrossed book. */
    VALID_MS(Aggregation.SUM),
    /** Best bid + best ask at the last valid moment; 0: never valid so far. */
    MID2_CLOSE(Aggregation.LAST),
    /** Sum of the squared changes of mid2. */
    MID2_SQUARE_SUM(Aggregation.SUM),
    /** Spread times milliseconds, while valid. */
    SPREAD_TIME(Aggregation.SUM),
    /** Lit volume by aggressor. */
    BUY_VOLUME(Aggregation.SUM),
    SELL_VOLUME(Aggregation.SUM),
    UNSIGNED_VOLUME(Aggregation.SUM),
    /** Volume that hit the best bid, judged per trade event. */
    BID_HIT(Aggregation.SUM),
    /** Of that, what was shown again at the same price 250 ms later. */
    BID_REFILL(Aggregation.SUM),
    /** Of that, what exceeded the size displayed before. */
    BID_HIDDEN(Aggregation.SUM),
    ASK_HIT(Aggregation.SUM),
    ASK_REFILL(Aggregation.SUM),
    ASK_HIDDEN(Aggregation.SUM),
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
    /** Bursts of lit trades by aggressor: a trade within 250 ms of one that counts belongs to it. */
    BUY_BURSTS(Aggregation.SUM),
    SELL_BURSTS(Aggregation.SUM),
    /** Of these, those whose first trade is small. */
    SMALL_BUY_BURSTS(Aggregation.SUM),
    SMALL_SELL_BURSTS(Aggregation.SUM),
    /** Bursts of trades that hit the best bid: those one after another at one price, within 250 ms of the first, are one. */
    BID_HIT_BURSTS(Aggregation.SUM),
    /** Of these, those of which at least half was shown again or exceeded the size displayed before the first. */
    BID_REFILL_BURSTS(Aggregation.SUM),
    ASK_HIT_BURSTS(Aggregation.SUM),
    ASK_REFILL_BURSTS(Aggregation.SUM),
    /** Bursts of current off-exchange prints: a print within 500 ms of one that counts belongs to it. */
    OFF_BURSTS(Aggregation.SUM),
    /** The same of prints within a tenth of the spread of the mid alone, without retail orders' fractions of a cent. */
    OFF_MID_BURSTS(Aggregation.SUM),
    /** Trades of {@link #BID_HIT} after which somebody put the very size of one of their prints there again, before they were settled. */
    BID_MATCHED_HITS(Aggregation.SUM),
    ASK_MATCHED_HITS(Aggregation.SUM),
    /** Trades of {@link #BID_HIT} during which somebody put size there again. */
    BID_AT_ONCE_HITS(Aggregation.SUM),
    ASK_AT_ONCE_HITS(Aggregation.SUM),
    /** Size put there in answer: what matched, and what came at once. */
    BID_ANSWER(Aggregation.SUM),
    ASK_ANSWER(Aggregation.SUM),
    /** Bursts of sells, as in {@link #SELL_BURSTS}, that met a buyer whom the book doesn't show: a hidden print or one inside the spread. */
    BID_UNSEEN_BURSTS(Aggregation.SUM),
    ASK_UNSEEN_BURSTS(Aggregation.SUM),
    /** As {@link #OFF_BURSTS}, of prints with a retail order's fraction of a cent alone. */
    OFF_RETAIL_BURSTS(Aggregation.SUM),
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
