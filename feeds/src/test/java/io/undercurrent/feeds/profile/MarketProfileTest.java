package io.undercurrent.feeds.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.InstrumentSpec;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small tapes whose facts are known. */
class MarketProfileTest {
    private static final long OPEN_NS = 1_767_623_400_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long CLOSE_NS = OPEN_NS + 23_400 * SECOND_NS;
    private static final long CENT = Decimals.ONE / 100;
    private static final int ALL = Capability.OFF_EXCHANGE | Capability.DEPTH | Capability.OWN_VENUE_TRADES;

    private final MarketProfile market = new MarketProfile();
    private final EventPublisher out = new EventPublisher(new ProfileSlots(market), 1);

    private int define(final BookKind kind, final int capabilities) {
        at(0);
        return out.define(new InstrumentSpec("XYZ", "V", "USD", CENT, Decimals.ONE, kind, capabilities, OPEN_NS, CLOSE_NS));
    }

    private void at(final double seconds) {
        final long timeNs = OPEN_NS + Math.round(seconds * 1e9);
        out.at(timeNs, timeNs, 0, 0);
    }

    private double fact(final String group, final String name) {
        assertEquals(1, market.instruments().size());
        return market.instruments().getFirst().facts().stream().filter(fact -> fact.group().equals(group) && fact.name().equals(name))
                .findFirst().orElseThrow(() -> new AssertionError("no fact " + group + ": " + name)).value();
    }

    private void quote(final int id, final long bidTicks, final long bid, final long askTicks, final long ask) {
        out.quote(id, bidTicks * CENT, bid * Decimals.ONE, askTicks * CENT, ask * Decimals.ONE);
    }

    private void trade(final int id, final long ticks, final long size, final Aggressor aggressor, final int flags) {
        out.trade(id, ticks * CENT, size * Decimals.ONE, aggressor, 0, 0, flags, 0, 0);
    }

    @Test
    void spreadAndSizesAreWeighedByTime() {
        final int id = define(BookKind.TOP, 0);
        at(0);
        quote(id, 1000, 300, 1001, 500);
        at(30);
        quote(id, 1000, 300, 1003, 500);
        at(40);
        quote(id, 1000, 300, 1003, 500);

        assertEquals(0.75 * 1 + 0.25 * 3, fact("spread", "mean"), 1e-9);
        assertEquals(75, fact("spread", "time at 1"), 1e-9);
        assertEquals(1, fact("spread", "half of the time up to"));
        assertEquals(3, fact("spread", "90 % of the time up to"));
        assertEquals(400, fact("depth", "best size, mean"), 1e-9);
        assertTrue(Double.isNaN(fact("depth", "level 2 / best")), "a feed of best quotes does not tell the depth");
        assertEquals(40.0 / 3600, fact("all", "hours"), 1e-9);
    }

    @Test
    void whatIsOutsideTheSessionDoesNotCountButChangesTheBook() {
        final int id = define(BookKind.TOP, 0);
        at(-600);
        quote(id, 1000, 300, 1001, 500);
        at(0);
        trade(id, 1001, 100, Aggressor.UNKNOWN, 0);
        at(10);
        trade(id, 1001, 100, Aggressor.UNKNOWN, 0);
        at(23_400);
        trade(id, 1001, 100, Aggressor.UNKNOWN, 0);

        assertEquals(1, fact("spread", "mean"), 1e-9);
        assertEquals(0.2, fact("trades", "in the book"), 1e-9);
    }

    @Test
    void aRandomWalkHasTheSameVarianceOverAllTimes() {
        final Random random = new Random(5);
        final int walk = define(BookKind.TOP, 0);
        long ticks = 5000;
        for (int i = 0; i < 20_000; i++) {
            at(i * 0.1);
            ticks += random.nextBoolean() ? 1 : -1;
            quote(walk, ticks, 100, ticks + 2, 100);
        }
        assertEquals(1, fact("price", "variance over 0.1 s / 60 s"), 0.35, "seed 5");
        assertEquals(1, fact("price", "variance over 10 s / 60 s"), 0.3, "seed 5");
        assertEquals(0, fact("price", "autocorrelation of 1 s"), 0.1, "seed 5");
    }

    @Test
    void aBounceShowsAtShortTimes() {
        final int id = define(BookKind.TOP, 0);
        for (int i = 0; i < 3000; i++) {
            at(i * 0.1);
            quote(id, 1000 + i % 2, 100, 1002 + i % 2, 100);
        }
        assertTrue(Double.isInfinite(fact("price", "variance over 0.1 s / 60 s")) || fact("price", "variance over 0.1 s / 60 s") > 100);
    }

    @Test
    void printsOfOneMomentAndSideAreOneTradeAndRunsOfSidesAreMemory() {
        final int id = define(BookKind.TOP, ALL);
        at(0);
        quote(id, 1000, 100, 1002, 100);
        for (int i = 0; i < 400; i++) {
            at(1 + i);
            // eight buys, eight sells: half of the time the next has the same sign
            final Aggressor side = i / 8 % 2 == 0 ? Aggressor.BUY : Aggressor.SELL;
            trade(id, side == Aggressor.BUY ? 1002 : 1000, 60, side, 0);
            trade(id, side == Aggressor.BUY ? 1002 : 1000, 40, side, i % 4 == 0 ? TradeFlag.HIDDEN : 0);
        }
        at(500);
        quote(id, 1000, 100, 1003, 100);

        assertEquals(100, fact("trades", "size, median"));
        assertEquals(100, fact("trades", "takes the best size exactly"), 1e-9);
        assertEquals(0.75, fact("sign", "autocorrelation, lag 1"), 0.02);
        assertEquals(0, fact("sign", "autocorrelation, lag 2") - 0.5, 0.02);
        assertTrue(Double.isNaN(fact("trades", "hidden share of volume")), "a feed of best quotes does not tell what is hidden");
    }

    @Test
    void signsComeFromTheQuoteWhereTheFeedHasNone() {
        final int id = define(BookKind.TOP, 0);
        at(0);
        quote(id, 1000, 100, 1002, 100);
        for (int i = 0; i < 100; i++) {
            at(1 + i);
            trade(id, 1002 - i % 2 * 2, 100, Aggressor.UNKNOWN, 0);
        }
        assertEquals(-1, fact("sign", "autocorrelation, lag 1"), 0.05);
    }

    @Test
    void offExchangePrintsAreToldApart() {
        final int id = define(BookKind.TOP, ALL);
        at(0);
        quote(id, 1000, 100, 1004, 100);
        at(1);
        trade(id, 1004, 400, Aggressor.UNKNOWN, 0);
        trade(id, 1002, 100, Aggressor.UNKNOWN, TradeFlag.OFF_EXCHANGE);
        out.trade(id, 1004 * CENT - 100_000, 200 * Decimals.ONE, Aggressor.UNKNOWN, 0, 0, TradeFlag.OFF_EXCHANGE, 0, 0);
        trade(id, 1000, 300, Aggressor.UNKNOWN, TradeFlag.OFF_EXCHANGE | TradeFlag.NOT_CURRENT);
        at(2);
        quote(id, 1000, 100, 1004, 200);

        assertEquals(60, fact("off exchange", "share of volume"), 1e-9);
        assertEquals(100.0 / 6, fact("off exchange", "at the mid"), 1e-9);
        assertEquals(200.0 / 6, fact("off exchange", "fractions of a cent"), 1e-9);
        assertEquals(50, fact("off exchange", "not of the moment"), 1e-9);
    }

    @Test
    void ordersAreFollowedToTheirEnds() {
        final int id = define(BookKind.BY_ORDER, ALL);
        at(0);
        order(id, 1, Side.BID, 1000, 100);
        order(id, 2, Side.ASK, 1004, 100);
        at(1);
        order(id, 3, Side.BID, 1001, 50);
        at(1.5);
        order(id, 4, Side.BID, 1001, 100);
        at(2);
        out.orderDelete(id, 4, Side.BID);
        at(3);
        trade(id, 1001, 50, Aggressor.SELL, 0);
        out.orderExecute(id, 3, Side.BID, 1001 * CENT, 50 * Decimals.ONE);
        at(4);
        out.orderReduce(id, 1, Side.BID, 40 * Decimals.ONE);
        at(11);
        out.orderDelete(id, 1, Side.BID);
        at(12);
        order(id, 5, Side.ASK, 1010, 100);

        assertEquals(100.0 / 3, fact("orders", "executed, in part or whole"), 1e-9);
        assertEquals(0.5, fact("orders", "time to cancel, median"), 1e-9);
        assertEquals(2, fact("orders", "time to execution, median"), 1e-9);
        assertEquals(100.0 / 3, fact("orders", "in front of the best"), 1e-9);
        assertEquals(100.0 / 3, fact("orders", "at the best"), 1e-9);
        assertEquals(20, fact("orders", "odd lots"), 1e-9);
        assertEquals(0, fact("trades", "hidden share of volume"), 1e-9);
    }

    private void order(final int id, final long orderId, final Side side, final long ticks, final long size) {
        out.orderAdd(id, orderId, side, ticks * CENT, size * Decimals.ONE);
    }

    @Test
    void aSecondDayBeginsAnew() {
        final int id = define(BookKind.TOP, 0);
        at(0);
        quote(id, 1000, 100, 1001, 100);
        at(100);
        quote(id, 1000, 100, 1001, 200);
        final long dayNs = 86_400 * SECOND_NS;
        at(86_400);
        out.redefine(id, new InstrumentSpec("XYZ", "V", "USD", CENT, Decimals.ONE, BookKind.TOP, 0, OPEN_NS + dayNs, CLOSE_NS + dayNs));
        quote(id, 2000, 100, 2001, 100);
        at(86_500);
        quote(id, 2000, 100, 2001, 200);

        assertEquals(2, fact("all", "sessions"));
        assertEquals(200.0 / 3600, fact("all", "hours"), 1e-9);
        assertEquals(100, fact("price", "seconds without change"), 1e-9, "the night is no move");
        assertFalse(fact("price", "deviation over 1 min") > 0);
    }
}
