package io.undercurrent.feeds.itch;

import io.undercurrent.codec.Ascii8;
import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.InstrumentSpec;
import io.undercurrent.feeds.FeedOptions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The stocks of a day by the number that messages name them with. One becomes an instrument with its first order or print, since a day names
 * thousands that nothing happens to. One thread.
 */
final class ItchStocks {
    private static final int INITIAL = 1 << 10;
    private static final long OPEN_NS = 9 * Times.HOUR_NS + 30 * Times.MINUTE_NS;
    private static final long CLOSE_NS = 16 * Times.HOUR_NS;

    private final FeedOptions options;
    private final Optional<Long> onlySymbol;
    private ItchStock[] byLocate = new ItchStock[INITIAL];
    /** Of all days. */
    private final Map<Long, Integer> instruments = new HashMap<>();
    private ItchName day = ItchName.NONE;

    ItchStocks(final FeedOptions options) {
        this.options = options;
        onlySymbol = options.symbol().map(Ascii8::pack);
    }

    /** Another day begins: the numbers are given anew. */
    void begin(final ItchName newDay) {
        day = newDay;
        Arrays.fill(byLocate, null);
    }

    ItchStock at(final int locate) {
        if (locate >= byLocate.length) {
            byLocate = Arrays.copyOf(byLocate, Integer.highestOneBit(locate) << 1);
        }
        if (byLocate[locate] == null) {
            byLocate[locate] = new ItchStock();
        }
        return byLocate[locate];
    }

    /** Names a stock; {@code false}: its number is that of another one which has become an instrument. */
    boolean name(final ItchStock stock, final long symbol) {
        if (stock.symbol == symbol) {
            return true;
        }
        if (stock.instrumentId != 0) {
            return false;
        }
        stock.symbol = symbol;
        stock.wanted = onlySymbol.isEmpty() || onlySymbol.get() == symbol;
        return true;
    }

    /** Makes the stock an instrument, at the time of {@link EventPublisher#at}; the book of an earlier day is gone. */
    void define(final EventPublisher out, final ItchStock stock) {
        final InstrumentSpec spec = new InstrumentSpec(Ascii8.unpack(stock.symbol), day.market(), "USD",
                options.priceIncrement().orElse(Decimals.ONE / 100), options.sizeIncrement().orElse(Decimals.ONE), BookKind.BY_ORDER,
                Capability.DEPTH | Capability.OWN_VENUE_TRADES | Capability.EXECUTIONS, day.midnightNs() + OPEN_NS,
                day.midnightNs() + CLOSE_NS);
        final Optional<Integer> known = Optional.ofNullable(instruments.get(stock.symbol));
        if (known.isPresent()) {
            stock.instrumentId = known.get();
            out.redefine(stock.instrumentId, spec);
            out.bookClear(stock.instrumentId, ClearScope.BOTH);
        } else {
            stock.instrumentId = out.define(spec);
            instruments.put(stock.symbol, stock.instrumentId);
        }
        if (stock.state != TradingState.NULL_VAL) {
            out.tradingStatus(stock.instrumentId, stock.state, stock.reason);
        }
    }
}
