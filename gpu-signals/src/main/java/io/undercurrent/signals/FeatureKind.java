package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;

/** What is measured of rows, as accumulation sees it. Counts are of bursts; see {@code docs/signals.md}. */
@SuppressWarnings("ImmutableEnumChecker") // a sum's lists are copies
enum FeatureKind {
    /** Hits of the bid after which the same size or an iceberg's next part is shown again, of all that hit the bid: somebody stands there. */
    ANSWERED("answered of the hits", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST,
        Sum.of(BID_MATCHED_HITS, BID_AT_ONCE_HITS), Sum.of(BID_HIT_BURSTS)),
    /** Those of the same size alone. */
    MATCHED("matched of the hits", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(BID_MATCHED_HITS), Sum.of(BID_HIT_BURSTS)),
    /** The same of those of either side's quote. */
    MATCHED_SIDE("matched at this side", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST,
        Sum.of(BID_MATCHED_HITS), Sum.of(BID_MATCHED_HITS, ASK_MATCHED_HITS)),
    /** Hits of the bid during which size is shown there again, among all trades. */
    AT_ONCE("answered at once", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(BID_AT_ONCE_HITS), Sum.of(BUY_BURSTS, SELL_BURSTS)),
    /** Size shown in answer, against what is traded. */
    ANSWER_SIZE("size in answer", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(BID_ANSWER).andLots(1), Sum.of(BUY_VOLUME, SELL_VOLUME).andLots(4)),
    /** The same against the other side's. */
    ANSWER_SIDE("size in answer of this side", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(BID_ANSWER).andLots(1), Sum.of(ASK_ANSWER).andLots(1)),
    /** Hits of the bid that were refilled by whomever, among all trades. */
    REFILLS("refills", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(BID_REFILL_BURSTS), Sum.of(BUY_BURSTS, SELL_BURSTS)),
    /** The same among the hits of the bid. */
    REFILLED("refilled of the hits", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(BID_REFILL_BURSTS), Sum.of(BID_HIT_BURSTS)),
    /** Of what hit the bid, what was shown again or had been hidden. */
    REFILL_VOLUME("refilled of the volume", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(BID_REFILL, BID_HIDDEN).andLots(1), Sum.of(BID_HIT).andLots(1)),
    /** Sells that hit the displayed bid, of all sells. */
    HITS("sells at the bid", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(BID_HIT_BURSTS), Sum.of(SELL_BURSTS)),
    /** What hit the bid, of what is traded. */
    HIT_VOLUME("volume at the bid", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(BID_HIT).andLots(1), Sum.of(BUY_VOLUME, SELL_VOLUME).andLots(4)),
    /** Sells that met a buyer whom the book does not show, of all sells. */
    UNSEEN("sells to unseen buyers", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(BID_UNSEEN_BURSTS), Sum.of(SELL_BURSTS)),
    /** The same of all trades with somebody whom the book does not show. */
    UNSEEN_SIDE("unseen buyers of all unseen", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST,
        Sum.of(BID_UNSEEN_BURSTS), Sum.of(BID_UNSEEN_BURSTS, ASK_UNSEEN_BURSTS)),
    /** Small buys, of all trades. */
    SMALL("small buys", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(SMALL_BUY_BURSTS), Sum.of(BUY_BURSTS, SELL_BURSTS)),
    /** Small buys, of all buys. */
    SMALL_BUYS("small of the buys", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(SMALL_BUY_BURSTS), Sum.of(BUY_BURSTS)),
    /** Prints at the midpoint, of those off the exchange. */
    MIDPOINTS("midpoint prints", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(OFF_MID_BURSTS), Sum.of(OFF_BURSTS)),
    /** Retail orders' prints, of those off the exchange. */
    RETAIL_PRINTS("retail prints", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(OFF_RETAIL_BURSTS), Sum.of(OFF_BURSTS)),
    /** Prints off the exchange, of the whole tape. */
    OFF_EXCHANGE("off-exchange prints", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST,
        Sum.of(OFF_BURSTS), Sum.of(BUY_BURSTS, SELL_BURSTS, OFF_BURSTS)),
    /** Their volume against lit volume. */
    OFF_VOLUME("off-exchange volume", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(RowColumn.OFF_VOLUME).andLots(4), Sum.of(BUY_VOLUME, SELL_VOLUME).andLots(4)),
    /** Visible size of ten levels. */
    DEPTH("depth", FeatureForm.LOG, SignalDefinition.STEADY_LEAST, Sum.of(BID_DEPTH10).andLotsPerRow(1), Sum.of().and(1)),
    /** The same against the other side's. */
    DEPTH_SIDE("depth of this side", FeatureForm.LOG, SignalDefinition.STEADY_LEAST,
        Sum.of(BID_DEPTH10).andLotsPerRow(1), Sum.of(ASK_DEPTH10).andLotsPerRow(1)),
    /** Visible size of the best level. */
    BEST_SIZE("best size", FeatureForm.LOG, SignalDefinition.STEADY_LEAST, Sum.of(BID_BEST_SIZE).andLotsPerRow(1), Sum.of().and(1)),
    /** The same against the other side's. */
    BEST_SIDE("best size of this side", FeatureForm.LOG, SignalDefinition.STEADY_LEAST,
        Sum.of(BID_BEST_SIZE).andLotsPerRow(1), Sum.of(ASK_BEST_SIZE).andLotsPerRow(1)),
    /** Size that is executed deep in the book or refilled, against what is cancelled there. */
    SWALLOWED("swallowed", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(BID_REFILL, BID_HIDDEN, BID_EXECUTED_DEEP).andLots(1), Sum.of(BID_CANCELLED10).andLots(1)),
    /** Size that is executed deep in the book, against what is cancelled there. */
    EXECUTED_DEEP("executed deep", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(BID_EXECUTED_DEEP).andLots(1), Sum.of(BID_CANCELLED10).andLots(1)),
    /** Size that is cancelled in the bid's levels, against the ask's. */
    CANCELLED_SIDE("cancelled at this side", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(BID_CANCELLED10).andLots(1), Sum.of(ASK_CANCELLED10).andLots(1)),
    SPREAD("spread", FeatureForm.LOG, SignalDefinition.STEADY_LEAST, Sum.of(SPREAD_TIME).and(1), Sum.of(VALID_MS).and(1)),
    /** Squared changes of the mid for each burst of trades. */
    MOVEMENT("movement per trade", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(MID2_SQUARE_SUM).and(1), Sum.of(BUY_BURSTS, SELL_BURSTS).and(4)),
    /** For each moment with a quote: a feed in trouble is not a calm market. */
    UPDATES("book updates", FeatureForm.LOG, SignalDefinition.LOG_LEAST, Sum.of(BOOK_UPDATES).and(1), Sum.of(VALID_MS).and(1)),
    UPDATES_PER_TRADE("book updates per trade", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(BOOK_UPDATES).and(1), Sum.of(BUY_BURSTS, SELL_BURSTS).and(4)),
    /** Likewise. */
    ACTIVITY("trades", FeatureForm.LOG, SignalDefinition.LOG_LEAST, Sum.of(BUY_BURSTS, SELL_BURSTS).and(4), Sum.of(VALID_MS).and(1)),
    /** Likewise. */
    VOLUME("volume", FeatureForm.LOG, SignalDefinition.LOG_LEAST, Sum.of(BUY_VOLUME, SELL_VOLUME).andLots(4), Sum.of(VALID_MS).and(1)),
    /** Buying less selling, of the volume. */
    NET_VOLUME("net volume", FeatureForm.BALANCE, 0f, Sum.of(BUY_VOLUME).less(SELL_VOLUME),
        Sum.of(BUY_VOLUME, SELL_VOLUME, UNSIGNED_VOLUME).andLots(10)),
    /** Buys less sells, of the trades. */
    NET_BURSTS("net trades", FeatureForm.BALANCE, 0f, Sum.of(BUY_BURSTS).less(SELL_BURSTS), Sum.of(BUY_BURSTS, SELL_BURSTS).and(5)),
    TREND("trend", FeatureForm.TREND, 0f, Sum.of(), Sum.of()),
    IMPACT("impact", FeatureForm.IMPACT, 0f, Sum.of(), Sum.of());

    private final String label;
    private final FeatureForm form;
    private final float least;
    private final Sum above;
    private final Sum below;

    FeatureKind(final String label, final FeatureForm form, final float least, final Sum above, final Sum below) {
        this.label = label;
        this.form = form;
        this.least = least;
        this.above = above;
        this.below = below;
    }

    /** For people. */
    String label() {
        return label;
    }

    FeatureForm form() {
        return form;
    }

    /** The least scale that z counts in; of no meaning for forms without a baseline. */
    float least() {
        return least;
    }

    /** Part of a share, numerator of a ratio. */
    Sum above() {
        return above;
    }

    /** Whole of a share, denominator of a ratio. */
    Sum below() {
        return below;
    }
}
