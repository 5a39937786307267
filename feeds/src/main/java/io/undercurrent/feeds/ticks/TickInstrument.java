package io.undercurrent.feeds.ticks;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.InstrumentSpec;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.UsEquitySessions;

/**
 * One stock of the consolidated ticks: joins the one-sided quote lines to the best quote. It has no capability {@code OWN_VENUE_TRADES}:
 * the size of a quote is one venue's, while the prints at its price come from all. One thread.
 */
final class TickInstrument {
    /** FINRA: what is printed there was not traded on an exchange. */
    private static final long FINRA = Ascii8.pack("D");

    private final String symbol;
    private final FeedOptions options;
    private int instrumentId;
    private long definedOpenNs;
    private long bidPrice;
    private long bidSize;
    private long askPrice;
    private long askSize;

    TickInstrument(final String symbol, final FeedOptions options) {
        this.symbol = symbol;
        this.options = options;
    }

    /** 0 before its first record. */
    int instrumentId() {
        return instrumentId;
    }

    /** Defines it on each day's first record, at the time of {@link EventPublisher#at}; yesterday's quote does not hold today. */
    void define(final EventPublisher out, final UsEquitySessions sessions) {
        if (instrumentId != 0 && definedOpenNs == sessions.regularOpenNs()) {
            return;
        }
        definedOpenNs = sessions.regularOpenNs();
        final InstrumentSpec spec = new InstrumentSpec(symbol, "SIP", "USD", options.priceIncrement().orElse(Decimals.ONE / 100),
                options.sizeIncrement().orElse(Decimals.ONE), BookKind.TOP, Capability.OFF_EXCHANGE, sessions.regularOpenNs(),
                sessions.regularCloseNs());
        if (instrumentId == 0) {
            instrumentId = out.define(spec);
        } else {
            out.redefine(instrumentId, spec);
            bidPrice = 0;
            bidSize = 0;
            askPrice = 0;
            askSize = 0;
            out.quote(instrumentId, 0, 0, 0, 0);
        }
    }

    void quote(final EventPublisher out, final TickRecord quote) {
        final boolean hasBid = quote.bidSize > 0;
        final boolean hasAsk = quote.askSize > 0;
        // a line of zeros takes both sides away
        if (hasBid || !hasAsk) {
            bidPrice = quote.bidPrice;
            bidSize = quote.bidSize;
        }
        if (hasAsk || !hasBid) {
            askPrice = quote.askPrice;
            askSize = quote.askSize;
        }
        out.quote(instrumentId, bidPrice, bidSize, askPrice, askSize);
    }

    /** A suspicious print keeps its place on the tape, but its price is not of this moment. */
    void trade(final EventPublisher out, final TickRecord trade) {
        final int flags = TickConditions.tradeFlags(trade.conditions) | (trade.suspicious ? TradeFlag.NOT_CURRENT : 0)
                | (trade.exchange == FINRA ? TradeFlag.OFF_EXCHANGE : 0);
        out.trade(instrumentId, trade.price, trade.size, Aggressor.UNKNOWN, trade.exchange, trade.conditionText, flags, 0, 0);
    }
}
