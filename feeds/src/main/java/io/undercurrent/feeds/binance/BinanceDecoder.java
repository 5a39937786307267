package io.undercurrent.feeds.binance;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Capability;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.InstrumentSpec;
import io.undercurrent.feeds.ContinuousSession;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Publishes Binance messages. The exchange time is {@code E}, the one clock that all futures streams have (their diffs lag some tens of
 * milliseconds behind the quotes, so they are marked as going back); a message without it (spot's best quote and snapshot) happens at the
 * latest exchange time so far.
 */
final class BinanceDecoder implements RecordDecoder {
    private static final long NOT_MARKET = Ascii8.pack("X");
    private static final List<String> QUOTE_CURRENCIES = List.of("USDT", "USDC", "FDUSD", "BUSD", "TUSD", "BTC", "ETH", "BNB", "EUR", "TRY");

    private final byte[] symbol;
    private final InstrumentSpec spec;
    private final long venue;
    private final BinanceMessage message;
    private final ContinuousSession session = new ContinuousSession();
    private final BinanceDepth depth;
    /** The latest exchange time seen, held diffs included; 0: none yet. */
    private long latestNs;
    private int instrumentId;

    BinanceDecoder(final String symbol, final BinanceMarket market, final FeedOptions options) {
        this.symbol = symbol.getBytes(StandardCharsets.ISO_8859_1);
        spec = new InstrumentSpec(symbol, market.venue(), currency(symbol), options.priceIncrement().orElse(market.priceIncrement()),
                options.sizeIncrement().orElse(market.sizeIncrement()), BookKind.BY_LEVEL,
                Capability.DEPTH | Capability.OWN_VENUE_TRADES, 0, 0);
        venue = Ascii8.pack(market.venue());
        message = new BinanceMessage(Limits.maxPrice(spec.priceIncrement()));
        depth = new BinanceDepth(market == BinanceMarket.USD_FUTURES, message);
    }

    private static String currency(final String symbol) {
        return QUOTE_CURRENCIES.stream().filter(symbol::endsWith).findFirst().orElse("");
    }

    @Override
    public void begin(final Path path, final String name) {
        // the streams go on in the next file; what is missing between them shows in the chain of ids
    }

    @Override
    public RejectReason decode(final EventPublisher out, final byte[] line, final int offset, final int length) {
        final RejectReason reason = message.read(line, offset, length);
        if (reason != ACCEPTED) {
            return reason;
        }
        if (message.symbolLength > 0 && !isOurs(line)) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        latestNs = message.hasEventTime() ? Math.max(latestNs, message.eventTimeNs()) : latestNs;
        final long timeNs = message.hasEventTime() ? message.eventTimeNs() : latestNs > 0 ? latestNs : message.localNs;
        if (session.advance(out, timeNs, message.localNs)) {
            out.at(timeNs, message.localNs, 0, 0);
            instrumentId = out.define(spec);
        }
        return switch (message.kind) {
            case DEPTH -> depth.diff(out, instrumentId, timeNs, line, offset, length);
            case SNAPSHOT -> depth.snapshot(out, instrumentId, timeNs);
            case TRADE -> trade(out, timeNs);
            case BOOK_TICKER -> quote(out, timeNs);
        };
    }

    private boolean isOurs(final byte[] line) {
        final int start = message.symbolStart;
        return Arrays.equals(symbol, 0, symbol.length, line, start, start + message.symbolLength);
    }

    /** Not of the market: the insurance fund or a liquidation took part, at a price of its own. */
    private RejectReason trade(final EventPublisher out, final long timeNs) {
        out.at(timeNs, message.localNs, 0, 0);
        out.trade(instrumentId, message.price, message.size, message.buyerIsMaker ? Aggressor.SELL : Aggressor.BUY, venue,
                message.isMarketTrade ? 0 : NOT_MARKET, message.isMarketTrade ? 0 : TradeFlag.NOT_CURRENT, message.tradeId, 0);
        return ACCEPTED;
    }

    private RejectReason quote(final EventPublisher out, final long timeNs) {
        out.at(timeNs, message.localNs, message.lastUpdateId(), 0);
        out.quote(instrumentId, message.bidPrice, message.bidSize, message.askPrice, message.askSize);
        return ACCEPTED;
    }

    @Override
    public int instrumentId() {
        return instrumentId;
    }
}
