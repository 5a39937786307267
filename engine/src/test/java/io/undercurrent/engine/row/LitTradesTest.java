package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.signals.RowColumn;
import org.junit.jupiter.api.Test;

class LitTradesTest {
    private final RowTape tape = new RowTape().quoted();

    private void expect(final Row row, final int buy, final int sell, final int unsigned, final int trades) {
        assertEquals(buy, row.get(RowColumn.BUY_VOLUME), "buy volume");
        assertEquals(sell, row.get(RowColumn.SELL_VOLUME), "sell volume");
        assertEquals(unsigned, row.get(RowColumn.UNSIGNED_VOLUME), "unsigned volume");
        assertEquals(trades, tape.market.counters().get(MarketCounter.TRADES), "trades so far");
    }

    private void bursts(final Row row, final int buys, final int sells, final int smallBuys, final int smallSells) {
        assertEquals(buys, row.get(RowColumn.BUY_BURSTS), "bursts of buys");
        assertEquals(sells, row.get(RowColumn.SELL_BURSTS), "bursts of sells");
        assertEquals(smallBuys, row.get(RowColumn.SMALL_BUY_BURSTS), "bursts that a small buy begins");
        assertEquals(smallSells, row.get(RowColumn.SMALL_SELL_BURSTS), "bursts that a small sell begins");
    }

    private void unseen(final Row row, final int buyers, final int sellers) {
        assertEquals(buyers, row.get(RowColumn.BID_UNSEEN_BURSTS), "bursts that met an unseen buyer");
        assertEquals(sellers, row.get(RowColumn.ASK_UNSEEN_BURSTS), "bursts that met an unseen seller");
    }

    @Test
    void believesTheFeedsAggressorBeforeThePrice() {
        tape.at(100).sell("10.02", 10).at(200).buy("10.00", 20);
        expect(tape.rowAt(1), 20, 10, 0, 2);
    }

    @Test
    void takesPrintsAtTheAskOrAboveForBuysAndAtTheBidOrBelowForSells() {
        tape.at(100).print("10.02", 1).at(200).print("10.05", 2).at(300).print("10.00", 4).at(400).print("9.90", 8);
        expect(tape.rowAt(1), 3, 12, 0, 4);
    }

    @Test
    void decidesBetweenBidAndAskByTheTickTest() {
        // no earlier price: nobody's
        tape.at(100).print("10.01", 1);
        // the same price again: still nobody's; up from 10.01 to 10.015: a buy; the same: a buy; down: a sell
        tape.at(200).print("10.01", 2).at(300).print("10.015", 4).at(400).print("10.015", 8).at(500).print("10.01", 16);
        expect(tape.rowAt(1), 12, 16, 3, 5);
    }

    @Test
    void judgesALockedMarketByTheTickTest() {
        tape.at(50).print("10.01", 1);
        tape.at(100).add(3, Side.BID, "10.02", 10);
        tape.at(200).print("10.02", 5);
        expect(tape.rowAt(1), 5, 0, 1, 2);
    }

    @Test
    void judgesAgainstTheQuoteBeforeTheTradeNotAfterIt() {
        tape.at(100).print("10.00", 500).execute(1, "10.00", 500).add(3, Side.ASK, "10.00", 10);
        tape.at(200);
        expect(tape.rowAt(1), 0, 500, 0, 1);
    }

    @Test
    void allPrintsOfOneAggressorAtOneTimeAreOneTrade() {
        tape.at(100).sell("10.00", 300).execute(1, "10.00", 300).sell("10.00", 200).execute(1, "10.00", 200).sell("9.99", 100);
        tape.at(101).sell("9.99", 1);
        expect(tape.rowAt(1), 0, 601, 0, 2);
    }

    @Test
    void anotherAggressorAtTheSameTimeIsAnotherTrade() {
        tape.at(100).sell("10.00", 300).buy("10.02", 7).sell("10.00", 1);
        expect(tape.rowAt(1), 7, 301, 0, 3);
    }

    @Test
    void theEndOfAPacketEndsTheTrade() {
        tape.at(100).sell("10.00", 300).last().at(100).sell("10.00", 1).flags(0).at(100).sell("10.00", 2);
        expect(tape.rowAt(1), 0, 303, 0, 2);
    }

    @Test
    void smallnessIsJudgedPerTradeAgainstTwiceTheRunningMedian() {
        tape.at(100).buy("10.02", 150).buy("10.02", 51);
        // 201 in two prints is not small; alone, 200 is
        tape.at(400).buy("10.02", 200);
        bursts(tape.rowAt(1), 2, 0, 1, 0);
        assertEquals(200, tape.rows.getLast().get(RowColumn.LOT));
        // the median of 201 and 200 is the lower, so up to 400 is small now
        tape.at(1_100).sell("10.00", 400).at(1_400).sell("10.00", 403);
        bursts(tape.rowAt(2), 0, 2, 0, 1);
    }

    @Test
    void auctionsAndPricesNotOfTheMomentAreOnlyVolume() {
        tape.at(100).trade("10.02", 5, Aggressor.BUY, TradeFlag.AUCTION).trade("10.02", 6, Aggressor.BUY, TradeFlag.NOT_CURRENT);
        expect(tape.rowAt(1), 0, 0, 11, 0);
        bursts(tape.rows.getLast(), 0, 0, 0, 0);
        assertEquals(1, tape.rows.getLast().get(RowColumn.LOT));
    }

    @Test
    void printsUpTo250MsLateAreUsedAndLaterOnesAreOnlyVolume() {
        tape.heartbeat(500).at(250).buy("10.02", 5).at(249.9).buy("10.02", 6);
        expect(tape.rowAt(1), 5, 0, 6, 1);
        assertEquals(1, tape.market.counters().get(MarketCounter.LATE_PRINT));
    }

    @Test
    void cancelledRepeatedAndBadPrintsDontCount() {
        tape.at(100).trade("10.02", 5, Aggressor.BUY, TradeFlag.CANCELLED);
        tape.flags(EventFlag.REPLAYED).at(200).buy("10.02", 5).flags(EventFlag.SNAPSHOT).at(300).buy("10.02", 5);
        tape.flags(0).at(400).buy("10.02", -5).buy("0", 5).buy("-10", 5);
        expect(tape.rowAt(1), 0, 0, 0, 0);
        assertEquals(1, tape.market.counters().get(MarketCounter.CANCELLED_PRINT));
        assertEquals(2, tape.market.counters().get(MarketCounter.REPEATED_PRINT));
        assertEquals(3, tape.market.counters().get(MarketCounter.BAD_PRINT));
    }

    @Test
    void withoutAValidQuoteOnlyTheFeedGivesASign() {
        tape.at(50).print("10.02", 1).at(100).add(3, Side.BID, "10.05", 5);
        tape.at(200).print("10.02", 2).at(300).buy("10.02", 4);
        expect(tape.rowAt(1), 5, 0, 2, 3);
    }

    @Test
    void countsNothingBeforeTheFirstValidBook() {
        final RowTape young = new RowTape().define(BookKind.BY_ORDER, RowTape.ALL).at(100).buy("10.02", 5);
        young.at(200).add(1, Side.BID, "10.00", 5).at(300).add(2, Side.ASK, "10.02", 5).at(400).buy("10.02", 7);
        assertEquals(7, young.rowAt(1).get(RowColumn.BUY_VOLUME));
        assertEquals(600 + 100, young.rows.getLast().get(RowColumn.VALID_MS));
        assertEquals(1, young.market.counters().get(MarketCounter.TRADES));
    }

    @Test
    void tradesWithin250MsOfTheFirstAreOneBurstAtAnyPrice() {
        tape.at(100).buy("10.02", 10).at(200).buy("10.05", 10).at(349.999999).buy("10.02", 10);
        bursts(tape.rowAt(1), 1, 0, 1, 0);
    }

    @Test
    void aTradeAfter250MsBeginsTheNextBurstHoweverManyCameBefore() {
        for (int ms = 100; ms < 1_000; ms += 10) {
            tape.at(ms).sell("10.00", 10);
        }
        // at 100, 350, 600 and 850
        bursts(tape.rowAt(1), 0, 4, 0, 4);
    }

    @Test
    void buysAndSellsHaveTheirOwnBurstsAndUnsignedTradesNone() {
        tape.at(50).print("10.01", 10);
        tape.at(100).buy("10.02", 10).sell("10.00", 10).at(200).buy("10.02", 10).sell("10.00", 10).at(300).sell("10.00", 10);
        bursts(tape.rowAt(1), 1, 1, 1, 1);
        assertEquals(10, tape.rows.getLast().get(RowColumn.UNSIGNED_VOLUME));
    }

    @Test
    void aBurstIsAsSmallAsItsFirstTrade() {
        tape.at(100).buy("10.02", 200).at(200).buy("10.02", 5_000);
        tape.at(100 + 250).buy("10.02", 5_000).at(400).buy("10.02", 10);
        bursts(tape.rowAt(1), 2, 0, 1, 0);
        // two prints of one trade are not small together
        tape.at(1_100).sell("10.00", 10_000).sell("10.00", 1);
        bursts(tape.rowAt(2), 0, 1, 0, 0);
    }

    @Test
    void aBurstIsOfTheRowInWhichItBegins() {
        tape.at(900).buy("10.02", 10).at(1_149.999).buy("10.02", 10);
        bursts(tape.rowAt(2), 0, 0, 0, 0);
        bursts(tape.rows.getFirst(), 1, 0, 1, 0);
        tape.at(2_900).buy("10.02", 10).at(3_150).buy("10.02", 10);
        bursts(tape.rowAt(4), 1, 0, 1, 0);
    }

    @Test
    void aRestartEndsBurstsAndAClearedBookDoesNot() {
        tape.at(100).buy("10.02", 10).sell("10.00", 10).at(110);
        tape.out.gap(1, 5, 6);
        tape.at(120).buy("10.02", 10).sell("10.00", 10).at(130);
        tape.out.bookClear(1, ClearScope.BOTH);
        tape.add(3, Side.BID, "10.00", 10).add(4, Side.ASK, "10.02", 10).at(140).buy("10.02", 10).sell("10.00", 10);
        bursts(tape.rowAt(1), 1, 1, 1, 1);
        expect(tape.rows.getLast(), 20, 20, 0, 6);
    }

    @Test
    void aSellInsideTheSpreadMeetsABuyerWhomTheBookDoesNotShow() {
        tape.at(100).sell("10.01", 10).at(400).sell("10.000000001", 10).at(700).buy("10.019999999", 10);
        unseen(tape.rowAt(1), 2, 1);
    }

    @Test
    void aSellAtTheBidOrBelowOrAtTheAskMeetsABuyerWhomTheBookShows() {
        tape.at(100).sell("10.00", 1_000).sell("9.99", 10).at(400).sell("10.02", 10);
        tape.at(500).buy("10.02", 10).buy("10.05", 10).at(800).buy("10.00", 10);
        unseen(tape.rowAt(1), 0, 0);
    }

    @Test
    void aHiddenPrintMeetsSomebodyUnseenAtAnyPrice() {
        tape.at(100).trade("10.00", 10, Aggressor.SELL, TradeFlag.HIDDEN).at(200).trade("10.02", 10, Aggressor.BUY, TradeFlag.HIDDEN);
        tape.at(400).trade("9.90", 10, Aggressor.SELL, TradeFlag.HIDDEN);
        unseen(tape.rowAt(1), 2, 1);
        // also without a quote, where no price is inside
        tape.at(1_050).add(3, Side.BID, "10.05", 5);
        tape.at(1_100).sell("10.03", 10).at(1_400).trade("10.03", 10, Aggressor.SELL, TradeFlag.HIDDEN);
        unseen(tape.rowAt(2), 1, 0);
    }

    @Test
    void onePrintOfATradeIsEnough() {
        tape.at(100).sell("10.01", 10).sell("10.00", 10);
        tape.at(400).buy("10.02", 10).trade("10.02", 10, Aggressor.BUY, TradeFlag.HIDDEN).buy("10.02", 10);
        // the next trade of the same moment has none
        tape.at(700).sell("10.01", 10).buy("10.02", 10);
        unseen(tape.rowAt(1), 2, 1);
    }

    @Test
    void burstsThatMeetSomebodyUnseenTake250MsFromAPrintThatDoes() {
        tape.at(100).sell("10.00", 10).at(200).sell("10.01", 10).at(449.999999).sell("10.01", 10).at(449.999999).buy("10.01", 10);
        unseen(tape.rowAt(1), 1, 1);
        for (int ms = 1_100; ms < 2_000; ms += 10) {
            tape.at(ms).sell("10.01", 10);
        }
        // at 1,100, 1,350, 1,600 and 1,850
        unseen(tape.rowAt(2), 4, 0);
        // in the row of the first
        tape.at(2_900).sell("10.01", 10).at(3_149).sell("10.01", 10);
        unseen(tape.rowAt(4), 0, 0);
        unseen(tape.rows.get(2), 1, 0);
        // a print that meets nobody unseen begins none that the next would belong to
        tape.at(4_100).sell("10.00", 10).at(4_200).sell("10.01", 10);
        unseen(tape.rowAt(5), 1, 0);
    }

    @Test
    void unsignedTradesAndPricesNotOfTheMomentMeetNobody() {
        tape.at(100).trade("10.01", 10, Aggressor.UNKNOWN, TradeFlag.HIDDEN);
        tape.at(400).trade("10.01", 10, Aggressor.SELL, TradeFlag.HIDDEN | TradeFlag.NOT_CURRENT);
        tape.at(500).trade("10.01", 10, Aggressor.SELL, TradeFlag.HIDDEN | TradeFlag.OFF_EXCHANGE);
        unseen(tape.rowAt(1), 0, 0);
        assertEquals(20, tape.rows.getLast().get(RowColumn.UNSIGNED_VOLUME));
    }

    @Test
    void aRestartEndsBurstsThatMeetSomebodyUnseen() {
        tape.at(100).sell("10.01", 10).buy("10.01", 10).at(110);
        tape.out.gap(1, 5, 6);
        tape.at(120).sell("10.01", 10).buy("10.01", 10);
        unseen(tape.rowAt(1), 1, 1);
    }
}
