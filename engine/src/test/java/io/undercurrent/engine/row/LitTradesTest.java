package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.signals.RowColumn;
import org.junit.jupiter.api.Test;

class LitTradesTest {
    private final RowTape tape = new RowTape().quoted();

    private void expect(final Row row, final int buy, final int sell, final int unsigned, final int buys, final int sells) {
        assertEquals(buy, row.get(RowColumn.BUY_VOLUME), "buy volume");
        assertEquals(sell, row.get(RowColumn.SELL_VOLUME), "sell volume");
        assertEquals(unsigned, row.get(RowColumn.UNSIGNED_VOLUME), "unsigned volume");
        assertEquals(buys, row.get(RowColumn.BUY_TRADES), "buys");
        assertEquals(sells, row.get(RowColumn.SELL_TRADES), "sells");
    }

    @Test
    void believesTheFeedsAggressorBeforeThePrice() {
        tape.at(100).sell("10.02", 10).at(200).buy("10.00", 20);
        expect(tape.rowAt(1), 20, 10, 0, 1, 1);
    }

    @Test
    void takesPrintsAtTheAskOrAboveForBuysAndAtTheBidOrBelowForSells() {
        tape.at(100).print("10.02", 1).at(200).print("10.05", 2).at(300).print("10.00", 4).at(400).print("9.90", 8);
        expect(tape.rowAt(1), 3, 12, 0, 2, 2);
    }

    @Test
    void decidesBetweenBidAndAskByTheTickTest() {
        // no earlier price: nobody's
        tape.at(100).print("10.01", 1);
        // the same price again: still nobody's; up from 10.01 to 10.015: a buy; the same: a buy; down: a sell
        tape.at(200).print("10.01", 2).at(300).print("10.015", 4).at(400).print("10.015", 8).at(500).print("10.01", 16);
        expect(tape.rowAt(1), 12, 16, 3, 2, 1);
    }

    @Test
    void judgesALockedMarketByTheTickTest() {
        tape.at(50).print("10.01", 1);
        tape.at(100).add(3, Side.BID, "10.02", 10);
        tape.at(200).print("10.02", 5);
        expect(tape.rowAt(1), 5, 0, 1, 1, 0);
    }

    @Test
    void judgesAgainstTheQuoteBeforeTheTradeNotAfterIt() {
        tape.at(100).print("10.00", 500).execute(1, "10.00", 500).add(3, Side.ASK, "10.00", 10);
        tape.at(200);
        expect(tape.rowAt(1), 0, 500, 0, 0, 1);
    }

    @Test
    void allPrintsOfOneAggressorAtOneTimeAreOneTrade() {
        tape.at(100).sell("10.00", 300).execute(1, "10.00", 300).sell("10.00", 200).execute(1, "10.00", 200).sell("9.99", 100);
        tape.at(101).sell("9.99", 1);
        expect(tape.rowAt(1), 0, 601, 0, 0, 2);
    }

    @Test
    void anotherAggressorAtTheSameTimeIsAnotherTrade() {
        tape.at(100).sell("10.00", 300).buy("10.02", 7).sell("10.00", 1);
        expect(tape.rowAt(1), 7, 301, 0, 1, 2);
    }

    @Test
    void theEndOfAPacketEndsTheTrade() {
        tape.at(100).sell("10.00", 300).last().at(100).sell("10.00", 1).flags(0).at(100).sell("10.00", 2);
        expect(tape.rowAt(1), 0, 303, 0, 0, 2);
    }

    @Test
    void smallnessIsJudgedPerTradeAgainstTwiceTheRunningMedian() {
        tape.at(100).buy("10.02", 150).buy("10.02", 51);
        // 201 in two prints is not small; alone, 200 is
        tape.at(200).buy("10.02", 200);
        assertEquals(200, tape.rowAt(1).get(RowColumn.SMALL_BUY_VOLUME));
        assertEquals(200, tape.rows.getLast().get(RowColumn.LOT));
        // the median of 201 and 200 is the lower, so up to 400 is small now
        tape.at(1_100).sell("10.00", 400).at(1_200).sell("10.00", 403);
        assertEquals(400, tape.rowAt(2).get(RowColumn.SMALL_SELL_VOLUME));
    }

    @Test
    void auctionsAndPricesNotOfTheMomentAreOnlyVolume() {
        tape.at(100).trade("10.02", 5, Aggressor.BUY, TradeFlag.AUCTION).trade("10.02", 6, Aggressor.BUY, TradeFlag.NOT_CURRENT);
        expect(tape.rowAt(1), 0, 0, 11, 0, 0);
        assertEquals(1, tape.rows.getLast().get(RowColumn.LOT));
    }

    @Test
    void printsUpTo250MsLateAreUsedAndLaterOnesAreOnlyVolume() {
        tape.heartbeat(500).at(250).buy("10.02", 5).at(249.9).buy("10.02", 6);
        expect(tape.rowAt(1), 5, 0, 6, 1, 0);
        assertEquals(1, tape.market.counters().get(MarketCounter.LATE_PRINT));
    }

    @Test
    void cancelledRepeatedAndBadPrintsDontCount() {
        tape.at(100).trade("10.02", 5, Aggressor.BUY, TradeFlag.CANCELLED);
        tape.flags(EventFlag.REPLAYED).at(200).buy("10.02", 5).flags(EventFlag.SNAPSHOT).at(300).buy("10.02", 5);
        tape.flags(0).at(400).buy("10.02", -5).buy("0", 5).buy("-10", 5);
        expect(tape.rowAt(1), 0, 0, 0, 0, 0);
        assertEquals(1, tape.market.counters().get(MarketCounter.CANCELLED_PRINT));
        assertEquals(2, tape.market.counters().get(MarketCounter.REPEATED_PRINT));
        assertEquals(3, tape.market.counters().get(MarketCounter.BAD_PRINT));
    }

    @Test
    void withoutAValidQuoteOnlyTheFeedGivesASign() {
        tape.at(50).print("10.02", 1).at(100).add(3, Side.BID, "10.05", 5);
        tape.at(200).print("10.02", 2).at(300).buy("10.02", 4);
        expect(tape.rowAt(1), 5, 0, 2, 2, 0);
    }

    @Test
    void countsNothingBeforeTheFirstValidBook() {
        final RowTape young = new RowTape().define(BookKind.BY_ORDER, RowTape.ALL).at(100).buy("10.02", 5);
        young.at(200).add(1, Side.BID, "10.00", 5).at(300).add(2, Side.ASK, "10.02", 5).at(400).buy("10.02", 7);
        expect(young.rowAt(1), 7, 0, 0, 1, 0);
        assertEquals(600 + 100, young.rows.getLast().get(RowColumn.VALID_MS));
    }
}
