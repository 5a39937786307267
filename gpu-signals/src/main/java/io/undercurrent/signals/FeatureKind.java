package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;

/** What is measured of rows, as accumulation sees it. Counts are of bursts; see {@code docs/signals.md}. */
@SuppressWarnings("ImmutableEnumChecker") // a sum's lists are copies
enum FeatureKind {
    /** Hits of the bid after which the same size or an iceberg's next part is shown again, among all trades: somebody stands at the bid. */
    ANSWERS("answered hits", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST,
        Sum.of(BID_MATCHED_HITS, BID_AT_ONCE_HITS), Sum.of(BUY_BURSTS, SELL_BURSTS)),
    /** The same among the hits of the bid. */
    ANSWERED("answered of the hits", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST,
        Sum.of(BID_MATCHED_HITS, BID_AT_ONCE_HITS), Sum.of(BID_HIT_BURSTS)),
    /** Hits of the bid after which the same size is shown again, among the hits of the bid. */
    MATCHED("matched of the hits", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(BID_MATCHED_HITS), Sum.of(BID_HIT_BURSTS)),
    /** Hits of the bid that were refilled by whomever, among all trades. */
    REFILLS("refills", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(BID_REFILL_BURSTS), Sum.of(BUY_BURSTS, SELL_BURSTS)),
    /** The same among the hits of the bid. */
    REFILLED("refilled of the hits", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(BID_REFILL_BURSTS), Sum.of(BID_HIT_BURSTS)),
    /** Sells that hit the displayed bid, of all sells. */
    HITS("sells at the bid", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(BID_HIT_BURSTS), Sum.of(SELL_BURSTS)),
    /** Sells that met a buyer whom the book does not show, of all sells. */
    UNSEEN("sells to unseen buyers", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(BID_UNSEEN_BURSTS), Sum.of(SELL_BURSTS)),
    /** Small buys, of all trades. */
    SMALL("small buys", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(SMALL_BUY_BURSTS), Sum.of(BUY_BURSTS, SELL_BURSTS)),
    /** Small buys, of all buys. */
    SMALL_BUYS("small of the buys", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST, Sum.of(SMALL_BUY_BURSTS), Sum.of(BUY_BURSTS)),
    /** Prints at the midpoint off the exchange, of the whole tape. */
    MIDPOINTS("midpoint prints", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST,
        Sum.of(OFF_MID_BURSTS), Sum.of(BUY_BURSTS, SELL_BURSTS, OFF_BURSTS)),
    /** Prints off the exchange, of the whole tape. */
    OFF_EXCHANGE("off-exchange prints", FeatureForm.SHARE, SignalDefinition.SHARE_LEAST,
        Sum.of(OFF_BURSTS), Sum.of(BUY_BURSTS, SELL_BURSTS, OFF_BURSTS)),
    /** Visible size of ten levels. */
    DEPTH("depth", FeatureForm.LOG, SignalDefinition.STEADY_LEAST, Sum.of(BID_DEPTH10).andLotsPerRow(1), Sum.of().and(1)),
    /** The same against the other side's. */
    DEPTH_SIDE("depth of this side", FeatureForm.LOG, SignalDefinition.STEADY_LEAST,
        Sum.of(BID_DEPTH10).andLotsPerRow(1), Sum.of(ASK_DEPTH10).andLotsPerRow(1)),
    /** Size that is executed deep in the book or refilled, against what is cancelled there. */
    SWALLOWED("swallowed", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(BID_REFILL, BID_HIDDEN, BID_EXECUTED_DEEP).andLots(1), Sum.of(BID_CANCELLED10).andLots(1)),
    SPREAD("spread", FeatureForm.LOG, SignalDefinition.STEADY_LEAST, Sum.of(SPREAD_TIME).and(1), Sum.of(VALID_MS).and(1)),
    /** Squared changes of the mid for each burst of trades. */
    MOVEMENT("movement per trade", FeatureForm.LOG, SignalDefinition.LOG_LEAST,
        Sum.of(MID2_SQUARE_SUM).and(1), Sum.of(BUY_BURSTS, SELL_BURSTS).and(4)),
    /** For each moment with a quote: a feed in trouble is not a calm market. */
    UPDATES("book updates", FeatureForm.LOG, SignalDefinition.LOG_LEAST, Sum.of(BOOK_UPDATES).and(1), Sum.of(VALID_MS).and(1)),
    /** Likewise. */
    ACTIVITY("trades", FeatureForm.LOG, SignalDefinition.LOG_LEAST, Sum.of(BUY_BURSTS, SELL_BURSTS).and(4), Sum.of(VALID_MS).and(1)),
    /** Buying less selling, of the volume. */
    NET_VOLUME("net volume", FeatureForm.BALANCE, 0f, Sum.of(BUY_VOLUME).less(SELL_VOLUME),
        Sum.of(BUY_VOLUME, SELL_VOLUME, UNSIGNED_VOLUME).andLots(10)),
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
