package io.undercurrent.feeds.lobster;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.InstrumentSpec;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.Limits;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.UsEquitySessions;
import java.nio.file.Path;
import java.util.Map;
import java.util.HashMap;
import java.util.Optional;

/**
 * Publishes LOBSTER messages. Times are exchange times only, so the receive time repeats them.
 *
 * <p>A seed shows the book <em>after</em> the first message: an order that this message adds is published under its own id as part of the
 * snapshot, and taken out of its level's synthetic order; of any other first message only the print is published.
 */
final class LobsterDecoder implements RecordDecoder {
    private static final long VENUE = Ascii8.pack("NASDAQ");
    private static final long CROSS = Ascii8.pack("CROSS");

    private final LobsterNames names;
    private final FeedOptions options;
    private final long priceIncrement;
    private final LobsterMessage message;
    private final UsEquitySessions sessions = new UsEquitySessions();
    private final Map<String, Integer> instruments = new HashMap<>();

    private Optional<LobsterSeed> seed;
    private Optional<SeededOrders> seeded = Optional.empty();
    private LobsterNames.StockDay stockDay = new LobsterNames.StockDay("", java.time.LocalDate.EPOCH);
    private long midnightNs;
    private boolean begun;
    private int instrumentId;

    LobsterDecoder(final LobsterNames names, final Optional<LobsterSeed> seed, final FeedOptions options) {
        this.names = names;
        this.seed = seed;
        this.options = options;
        priceIncrement = options.priceIncrement().orElse(Decimals.ONE / 100);
        message = new LobsterMessage(Limits.maxPrice(priceIncrement));
    }

    @Override
    public void begin(final Path path, final String name) {
        stockDay = names.of(path, name);
        midnightNs = Times.midnightNs(stockDay.date(), Times.NEW_YORK);
        begun = false;
    }

    @Override
    public RejectReason decode(final EventPublisher out, final byte[] line, final int offset, final int length) {
        final RejectReason reason = message.read(line, offset, length);
        if (reason != ACCEPTED) {
            return reason;
        }
        final long timeNs = midnightNs + message.sinceMidnightNs;
        sessions.advance(out, timeNs, timeNs);
        if (begun) {
            out.at(timeNs, timeNs, 0, 0);
            publish(out);
        } else {
            begun = true;
            first(out, timeNs);
        }
        return ACCEPTED;
    }

    private void first(final EventPublisher out, final long timeNs) {
        define(out, timeNs);
        seeded = seed.map(SeededOrders::new);
        seed = Optional.empty();
        if (seeded.isEmpty()) {
            publish(out);
            return;
        }
        final SeededOrders orders = seeded.get();
        final boolean add = message.type == LobsterMessage.ADD;
        out.at(timeNs, timeNs, 0, EventFlag.SNAPSHOT);
        out.snapshot(instrumentId, SnapshotPhase.BEGIN);
        if (add) {
            orders.seed().takeOut(message.side, message.price, message.size);
        }
        orders.seed().publish(out, instrumentId);
        if (add) {
            orders.added(message);
            out.orderAdd(instrumentId, message.orderId, message.side, message.price, message.size);
        }
        out.snapshot(instrumentId, SnapshotPhase.END);
        out.at(timeNs, timeNs, 0, 0);
        switch (message.type) {
            case LobsterMessage.EXECUTE, LobsterMessage.EXECUTE_HIDDEN, LobsterMessage.CROSS -> publishTrade(out);
            case LobsterMessage.HALT -> publishStatus(out);
            default -> { }
        }
    }

    /** Each file is a day of its own: the book of an earlier one is gone. */
    private void define(final EventPublisher out, final long timeNs) {
        final InstrumentSpec spec = new InstrumentSpec(stockDay.symbol(), "NASDAQ", "USD", priceIncrement,
                options.sizeIncrement().orElse(Decimals.ONE), BookKind.BY_ORDER,
                Capability.DEPTH | Capability.OWN_VENUE_TRADES | Capability.EXECUTIONS, sessions.regularOpenNs(), sessions.regularCloseNs());
        out.at(timeNs, timeNs, 0, 0);
        final Optional<Integer> known = Optional.ofNullable(instruments.get(stockDay.symbol()));
        if (known.isPresent()) {
            instrumentId = known.get();
            out.redefine(instrumentId, spec);
            out.bookClear(instrumentId, ClearScope.BOTH);
        } else {
            instrumentId = out.define(spec);
            instruments.put(stockDay.symbol(), instrumentId);
        }
    }

    private void publish(final EventPublisher out) {
        switch (message.type) {
            case LobsterMessage.EXECUTE_HIDDEN, LobsterMessage.CROSS -> publishTrade(out);
            case LobsterMessage.HALT -> publishStatus(out);
            case LobsterMessage.EXECUTE -> {
                publishTrade(out);
                publishChange(out);
            }
            default -> publishChange(out);
        }
    }

    private void publishTrade(final EventPublisher out) {
        final Aggressor aggressor = message.type == LobsterMessage.CROSS ? Aggressor.UNKNOWN
                : message.side == Side.BID ? Aggressor.SELL : Aggressor.BUY;
        final int flags = switch (message.type) {
            case LobsterMessage.EXECUTE_HIDDEN -> TradeFlag.HIDDEN;
            case LobsterMessage.CROSS -> TradeFlag.AUCTION;
            default -> 0;
        };
        out.trade(instrumentId, message.price, message.size, aggressor, VENUE, message.type == LobsterMessage.CROSS ? CROSS : 0, flags, 0,
                message.type == LobsterMessage.EXECUTE ? message.orderId : 0);
    }

    private void publishStatus(final EventPublisher out) {
        out.tradingStatus(instrumentId,
                message.rawPrice < 0 ? TradingState.HALTED : message.rawPrice == 0 ? TradingState.QUOTE_ONLY : TradingState.TRADING, 0);
    }

    private void publishChange(final EventPublisher out) {
        if (seeded.isPresent() && seeded.get().publish(out, instrumentId, message)) {
            return;
        }
        publishAsIs(out);
    }

    /** The effect of the message on its own order. */
    private void publishAsIs(final EventPublisher out) {
        switch (message.type) {
            case LobsterMessage.ADD -> out.orderAdd(instrumentId, message.orderId, message.side, message.price, message.size);
            case LobsterMessage.REDUCE -> out.orderReduce(instrumentId, message.orderId, message.side, message.size);
            case LobsterMessage.DELETE -> out.orderDelete(instrumentId, message.orderId, message.side);
            default -> out.orderExecute(instrumentId, message.orderId, message.side, message.price, message.size);
        }
    }

    @Override
    public int instrumentId() {
        return begun ? instrumentId : 0;
    }
}
