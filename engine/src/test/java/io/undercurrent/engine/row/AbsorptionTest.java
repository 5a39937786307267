package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.signals.RowColumn;
import org.junit.jupiter.api.Test;

/** The quote of every tape: 10.00 x 500 by 10.02 x 500. */
class AbsorptionTest {
    private final RowTape tape = new RowTape().quoted();

    private void bid(final Row row, final int hit, final int refill, final int hidden) {
        assertEquals(hit, row.get(RowColumn.BID_HIT), "hit");
        assertEquals(refill, row.get(RowColumn.BID_REFILL), "refill");
        assertEquals(hidden, row.get(RowColumn.BID_HIDDEN), "hidden");
    }

    private void ask(final Row row, final int hit, final int refill, final int hidden) {
        assertEquals(hit, row.get(RowColumn.ASK_HIT), "hit");
        assertEquals(refill, row.get(RowColumn.ASK_REFILL), "refill");
        assertEquals(hidden, row.get(RowColumn.ASK_HIDDEN), "hidden");
    }

    private void bidBursts(final Row row, final int hits, final int refilled) {
        assertEquals(hits, row.get(RowColumn.BID_HIT_BURSTS), "bursts");
        assertEquals(refilled, row.get(RowColumn.BID_REFILL_BURSTS), "bursts refilled");
    }

    private void askBursts(final Row row, final int hits, final int refilled) {
        assertEquals(hits, row.get(RowColumn.ASK_HIT_BURSTS), "bursts");
        assertEquals(refilled, row.get(RowColumn.ASK_REFILL_BURSTS), "bursts refilled");
    }

    private void bidAnswers(final Row row, final int matched, final int atOnce) {
        assertEquals(matched, row.get(RowColumn.BID_MATCHED_HITS), "matched");
        assertEquals(atOnce, row.get(RowColumn.BID_AT_ONCE_HITS), "at once");
    }

    private void askAnswers(final Row row, final int matched, final int atOnce) {
        assertEquals(matched, row.get(RowColumn.ASK_MATCHED_HITS), "matched");
        assertEquals(atOnce, row.get(RowColumn.ASK_AT_ONCE_HITS), "at once");
    }

    @Test
    void aTradeThatNobodyRefillsIsOnlyAHit() {
        tape.at(100).sell("10.00", 200).execute(1, "10.00", 200);
        bid(tape.rowAt(1), 200, 0, 0);
        ask(tape.rows.getLast(), 0, 0, 0);
    }

    @Test
    void sizeShownAgainAtThePriceWithin250MsIsRefill() {
        tape.at(100).sell("10.00", 200).execute(1, "10.00", 200);
        tape.at(300).add(3, Side.BID, "10.00", 150);
        tape.at(349.999).add(4, Side.BID, "10.00", 20);
        // at 250 ms exactly it comes too late: what stood until then counts
        tape.at(350).add(5, Side.BID, "10.00", 900);
        bid(tape.rowAt(1), 200, 170, 0);
    }

    @Test
    void refillIsAtMostWhatWasHit() {
        tape.at(100).sell("10.00", 200).execute(1, "10.00", 200).at(200).add(3, Side.BID, "10.00", 5_000);
        bid(tape.rowAt(1), 200, 200, 0);
    }

    @Test
    void moreThanWasShownIsHidden() {
        // an iceberg: 500 shown, refilled twice within one aggressor
        tape.at(100).sell("10.00", 500).execute(1, "10.00", 500).add(3, Side.BID, "10.00", 500);
        tape.sell("10.00", 500).execute(3, "10.00", 500).add(4, Side.BID, "10.00", 500).sell("10.00", 200).execute(4, "10.00", 200);
        bid(tape.rowAt(1), 1_200, 1_000, 700);
        assertEquals(1, tape.market.counters().get(MarketCounter.TRADES));
    }

    @Test
    void aBestBidBelowThePriceIsNoRefill() {
        tape.at(50).add(3, Side.BID, "9.99", 100);
        tape.at(100).sell("10.00", 500).execute(1, "10.00", 500).sell("9.99", 40).execute(3, "9.99", 40);
        // only what was printed at the best price is followed
        bid(tape.rowAt(1), 500, 0, 0);
    }

    @Test
    void theAskIsTheMirror() {
        tape.at(100).buy("10.02", 600).execute(2, "10.02", 500).at(200).add(3, Side.ASK, "10.02", 40);
        ask(tape.rowAt(1), 600, 140, 100);
        tape.at(1_100).buy("10.02", 40).execute(3, "10.02", 40).add(4, Side.ASK, "10.03", 10);
        ask(tape.rowAt(2), 40, 0, 0);
        bid(tape.rows.getLast(), 0, 0, 0);
    }

    @Test
    void aTradeIsBookedToTheRowThatContainsItsSettling() {
        tape.at(749.999).sell("10.00", 100).execute(1, "10.00", 100);
        tape.at(750).sell("10.00", 10).execute(1, "10.00", 10);
        bid(tape.rowAt(1), 100, 0, 0);
        bid(tape.rowAt(2), 10, 0, 0);
    }

    @Test
    void aTradeDueAtABoundaryIsSettledBeforeTheEventThere() {
        tape.at(750).sell("10.00", 100).execute(1, "10.00", 100);
        tape.at(1_000).add(3, Side.BID, "10.00", 100);
        tape.at(1_001).add(4, Side.BID, "10.00", 100);
        bid(tape.rowAt(2), 100, 0, 0);
    }

    @Test
    void manyTradesAreFollowedAtOnceAndTooManyAreCounted() {
        for (int i = 0; i < Absorption.CAPACITY + 3; i++) {
            tape.at(100 + i).sell("10.00", 1);
        }
        bid(tape.rowAt(1), Absorption.CAPACITY, Absorption.CAPACITY, 0);
        bidBursts(tape.rows.getLast(), 1, 1);
        assertEquals(3, tape.market.counters().get(MarketCounter.ABSORPTION_OVERFLOW));
    }

    @Test
    void aBookThatIsNotValidThenTellsNothing() {
        tape.at(100).sell("10.00", 100).at(200).add(3, Side.ASK, "9.99", 10);
        bid(tape.rowAt(1), 0, 0, 0);
        bidBursts(tape.rows.getLast(), 0, 0);
        assertEquals(1, tape.market.counters().get(MarketCounter.ABSORPTION_UNKNOWN));
    }

    @Test
    void aClearedBookForgetsItsTrades() {
        tape.at(100).sell("10.00", 100).at(200);
        tape.out.bookClear(1, ClearScope.BOTH);
        tape.add(3, Side.BID, "10.00", 10).add(4, Side.ASK, "10.02", 10);
        bid(tape.rowAt(1), 0, 0, 0);
        // also those that the same moment has not finished
        tape.at(1_100).sell("10.00", 5).buy("10.02", 5);
        tape.out.bookClear(1, ClearScope.BOTH);
        tape.add(5, Side.BID, "10.00", 10).add(6, Side.ASK, "10.02", 10);
        bid(tape.rowAt(2), 0, 0, 0);
        ask(tape.rows.getLast(), 0, 0, 0);
        assertEquals(0, tape.sum(RowColumn.BID_HIT_BURSTS) + tape.sum(RowColumn.ASK_HIT_BURSTS));
    }

    @Test
    void aPriceBehindTheLastLevelShownIsUnknownNotZero() {
        final RowTape top = new RowTape().define(BookKind.TOP, RowTape.ALL).at(0).quote("10.00", 500, "10.02", 500);
        top.at(100).sell("10.00", 100).at(200).quote("10.01", 50, "10.02", 500);
        bid(top.rowAt(1), 0, 0, 0);
        bidBursts(top.rows.getLast(), 0, 0);
        assertEquals(1, top.market.counters().get(MarketCounter.ABSORPTION_UNKNOWN));
        top.at(1_100).sell("10.01", 60).quote("10.00", 500, "10.02", 500);
        bid(top.rowAt(2), 60, 10, 10);
        bidBursts(top.rows.getLast(), 1, 0);
    }

    @Test
    void tradesOfOtherVenuesTellNothingOfThisBook() {
        final RowTape other = new RowTape().define(BookKind.TOP, RowTape.ALL & ~Capability.OWN_VENUE_TRADES).at(0);
        other.quote("10.00", 500, "10.02", 500).at(100).sell("10.00", 100);
        bid(other.rowAt(1), 0, 0, 0);
        bidBursts(other.rows.getLast(), 0, 0);
        assertEquals(100, other.rows.getLast().get(RowColumn.SELL_VOLUME));
    }

    @Test
    void printsAwayFromTheBestPriceDontHitIt() {
        tape.at(100).trade("10.01", 100, Aggressor.SELL, TradeFlag.HIDDEN).at(200).sell("9.99", 5);
        bid(tape.rowAt(1), 0, 0, 0);
        bidBursts(tape.rows.getLast(), 0, 0);
    }

    @Test
    void tradesAtOnePriceWithin250MsOfTheFirstAreOneBurst() {
        tape.at(100).sell("10.00", 10).execute(1, "10.00", 10).at(200).sell("10.00", 10).execute(1, "10.00", 10);
        tape.at(349.999999).sell("10.00", 10).execute(1, "10.00", 10);
        bidBursts(tape.rowAt(1), 1, 0);
        assertEquals(0, tape.sum(RowColumn.ASK_HIT_BURSTS));
    }

    @Test
    void aTradeAfter250MsBeginsABurstThatIsJudgedAlone() {
        // the 10 find the 100 that are left untouched, of all 410 little would be shown again
        tape.at(100).sell("10.00", 400).execute(1, "10.00", 400).at(350).sell("10.00", 10);
        bidBursts(tape.rowAt(1), 2, 1);
    }

    @Test
    void aBurstIsNotProlongedByItsTrades() {
        for (int ms = 100; ms < 700; ms += 10) {
            tape.at(ms).buy("10.02", 1);
        }
        // at 100, 350 and 600
        askBursts(tape.rowAt(1), 3, 3);
    }

    @Test
    void aBurstIsSettled250MsAfterItsLastTrade() {
        tape.at(100).sell("10.00", 100).execute(1, "10.00", 100).at(300).sell("10.00", 100).execute(1, "10.00", 100);
        // too late for the first trade alone
        tape.at(549).add(3, Side.BID, "10.00", 100);
        tape.at(550).add(4, Side.BID, "10.00", 900);
        bidBursts(tape.rowAt(1), 1, 1);
        bid(tape.rows.getLast(), 200, 100, 0);
        // booked to the row that contains that moment
        tape.at(1_700).sell("10.00", 100).at(1_750).sell("10.00", 100);
        bidBursts(tape.rowAt(2), 0, 0);
        bid(tape.rows.getLast(), 100, 100, 0);
        bidBursts(tape.rowAt(3), 1, 1);
    }

    /** Two trades take all of the 500 shown before the first; so many stand there at the end. */
    private static int refilledOf500(final int shares) {
        final RowTape all = new RowTape().quoted();
        all.at(100).sell("10.00", 300).execute(1, "10.00", 300).at(200).sell("10.00", 200).add(3, Side.BID, "10.00", shares);
        all.execute(1, "10.00", 200);
        final Row row = all.rowAt(1);
        assertEquals(1, row.get(RowColumn.BID_HIT_BURSTS));
        return row.get(RowColumn.BID_REFILL_BURSTS);
    }

    @Test
    void aBurstIsRefilledIfHalfOfAllThatHitIsShownAgain() {
        assertEquals(1, refilledOf500(250));
        assertEquals(0, refilledOf500(249));
        // half of an odd number is not reached by the whole number below
        tape.at(100).sell("10.00", 5).execute(1, "10.00", 5).at(200).add(3, Side.BID, "10.00", 2);
        bidBursts(tape.rowAt(1), 1, 0);
        tape.at(1_100).sell("10.00", 5).execute(1, "10.00", 5).at(1_200).add(4, Side.BID, "10.00", 3);
        bidBursts(tape.rowAt(2), 1, 1);
    }

    @Test
    void whatExceededTheShownSizeCountsAsRefilledEvenIfThePriceGaveWay() {
        tape.at(50).add(3, Side.BID, "9.99", 100).at(100).sell("10.00", 1_000).execute(1, "10.00", 500);
        bid(tape.rowAt(1), 1_000, 500, 500);
        bidBursts(tape.rows.getLast(), 1, 1);
        // once, not once as hidden and once more as come again: 499 of 999 are under half
        tape.at(1_100).add(4, Side.BID, "10.00", 500).at(1_150).sell("10.00", 999).execute(4, "10.00", 500);
        bid(tape.rowAt(2), 999, 499, 499);
        bidBursts(tape.rows.getLast(), 1, 0);
    }

    @Test
    void aBurstThatThePriceGivesWayToIsOnlyHit() {
        tape.at(50).add(3, Side.BID, "9.99", 100).at(100).sell("10.00", 300).execute(1, "10.00", 300);
        tape.at(200).sell("10.00", 200).execute(1, "10.00", 200);
        bidBursts(tape.rowAt(1), 1, 0);
    }

    @Test
    void aTradeAtAnotherPriceEndsTheBurst() {
        tape.at(50).add(3, Side.BID, "9.99", 100);
        tape.at(100).sell("10.00", 500).execute(1, "10.00", 500).at(150).sell("9.99", 10);
        // what is shown again is little of the 500 and enough for the last 10
        tape.at(200).add(4, Side.BID, "10.00", 20).at(210).sell("10.00", 10);
        bidBursts(tape.rowAt(1), 3, 2);
    }

    @Test
    void theSidesHaveTheirOwnBursts() {
        tape.at(100).sell("10.00", 10).execute(1, "10.00", 10).buy("10.02", 10);
        tape.at(200).sell("10.00", 10).execute(1, "10.00", 10).buy("10.02", 10);
        askBursts(tape.rowAt(1), 1, 1);
        bidBursts(tape.rows.getLast(), 1, 0);
    }

    @Test
    void aBurstWhoseEndIsUnknownIsNotCounted() {
        tape.at(100).sell("10.00", 100).at(200).sell("10.00", 100).at(400).add(3, Side.ASK, "9.99", 10);
        bid(tape.rowAt(1), 100, 100, 0);
        bidBursts(tape.rows.getLast(), 0, 0);
    }

    @Test
    void aBurstIsCountedIfOnlyItsBeginningIsUnknown() {
        tape.at(100).sell("10.00", 100).at(200).sell("10.00", 100).at(300).add(3, Side.ASK, "9.99", 10).at(400);
        tape.out.orderDelete(1, 3, Side.ASK);
        bid(tape.rowAt(1), 100, 100, 0);
        bidBursts(tape.rows.getLast(), 1, 1);
    }

    @Test
    void aClearedBookBeginsItsBurstsAnew() {
        tape.at(100).sell("10.00", 400).at(200);
        tape.out.bookClear(1, ClearScope.BOTH);
        tape.add(3, Side.BID, "10.00", 20).add(4, Side.ASK, "10.02", 10).at(210).sell("10.00", 10);
        // judged alone it is refilled, with the 400 of the book before it wouldn't be
        bidBursts(tape.rowAt(1), 1, 1);
    }

    @Test
    void aRestartForgetsBursts() {
        tape.at(100).sell("10.00", 400).execute(1, "10.00", 400).at(200);
        tape.out.gap(1, 5, 6);
        tape.at(210).sell("10.00", 10);
        bidBursts(tape.rowAt(1), 1, 1);
    }

    @Test
    void burstsOfBothSidesStayApartHoweverManyTradesAreFollowed() {
        for (int i = 0; i < 3 * Absorption.CAPACITY; i++) {
            tape.at(100 * i + 100).sell("10.00", 1);
            if (i % 3 > 0) {
                tape.at(100 * i + 120).buy("10.02", 1);
            }
        }
        tape.rowAt(40);
        // three sells to a burst, two buys
        assertEquals(Absorption.CAPACITY, tape.sum(RowColumn.BID_HIT_BURSTS));
        assertEquals(Absorption.CAPACITY, tape.sum(RowColumn.ASK_HIT_BURSTS));
        assertEquals(3 * Absorption.CAPACITY, tape.sum(RowColumn.BID_HIT));
    }

    @Test
    void theOtherSidesTradeInAPlaceUsedAgainBeginsNoBurst() {
        tape.at(100).sell("10.00", 1);
        for (int i = 1; i < Absorption.CAPACITY; i++) {
            tape.at(400 + 10 * i).buy("10.02", 1);
        }
        // this buy takes the place of the sell; then its price is the bid
        tape.at(2_000).buy("10.02", 500);
        tape.out.orderDelete(1, 2, Side.ASK);
        tape.add(3, Side.BID, "10.02", 100).add(4, Side.ASK, "10.03", 100).at(2_050).sell("10.02", 10);
        tape.rowAt(3);
        assertEquals(2, tape.sum(RowColumn.BID_HIT_BURSTS));
        // from 410 one in 250 ms, six, and the last
        assertEquals(7, tape.sum(RowColumn.ASK_HIT_BURSTS));
    }

    @Test
    void hitsOfLessThanAUnitAreNeitherHitNorRefilled() {
        tape.at(100).out.trade(1, Decimals.parse("10.00"), Decimals.ONE / 2, Aggressor.SELL, 0, 0, 0, 0, 0);
        bidBursts(tape.rowAt(1), 0, 0);
        // with a unit of the same burst they are
        tape.at(1_100).out.trade(1, Decimals.parse("10.00"), Decimals.ONE / 2, Aggressor.SELL, 0, 0, 0, 0, 0);
        tape.at(1_200).sell("10.00", 1);
        bidBursts(tape.rowAt(2), 1, 1);
    }

    @Test
    void theVerySizeOfATradePutAtItsPriceBefore250MsMatchesIt() {
        tape.at(100).sell("10.00", 200).execute(1, "10.00", 200).at(349.999999).add(3, Side.BID, "10.00", 200);
        bidAnswers(tape.rowAt(1), 1, 0);
        tape.at(1_100).sell("10.00", 200).execute(1, "10.00", 200).at(1_350).add(4, Side.BID, "10.00", 200);
        bidAnswers(tape.rowAt(2), 0, 0);
        assertEquals(0, tape.sum(RowColumn.ASK_MATCHED_HITS) + tape.sum(RowColumn.ASK_AT_ONCE_HITS));
    }

    @Test
    void aMatchedTradeIsBookedWhereItIsSettled() {
        tape.at(900).sell("10.00", 200).at(950).add(3, Side.BID, "10.00", 200);
        bidAnswers(tape.rowAt(1), 0, 0);
        bidAnswers(tape.rowAt(2), 1, 0);
        tape.at(2_900).sell("10.00", 200).add(4, Side.BID, "10.00", 7);
        bidAnswers(tape.rowAt(3), 0, 0);
        bidAnswers(tape.rowAt(4), 0, 1);
    }

    @Test
    void anotherSizePriceOrSideIsNoAnswer() {
        tape.at(50).add(3, Side.BID, "9.99", 5).at(100).sell("10.00", 200).add(4, Side.BID, "9.99", 200).add(5, Side.ASK, "10.02", 200);
        tape.at(200).add(6, Side.BID, "10.00", 199).add(7, Side.BID, "10.00", 201).add(8, Side.BID, "9.99", 200);
        tape.add(9, Side.ASK, "10.02", 200);
        bidAnswers(tape.rowAt(1), 0, 0);
        askAnswers(tape.rows.getLast(), 0, 0);
        // the book is locked: the bid at the price of an ask that was hit
        tape.at(1_100).buy("10.02", 5).add(10, Side.BID, "10.02", 5).at(1_200).add(11, Side.BID, "10.02", 5);
        askAnswers(tape.rowAt(2), 0, 0);
        bidAnswers(tape.rows.getLast(), 0, 0);
    }

    @Test
    void theAsksAnswersAreTheMirror() {
        tape.at(100).buy("10.02", 200).at(200).add(3, Side.ASK, "10.02", 200);
        tape.at(300).buy("10.02", 200).add(4, Side.ASK, "10.02", 100);
        askAnswers(tape.rowAt(1), 1, 1);
        bidAnswers(tape.rows.getLast(), 0, 0);
    }

    /** A trade of five fills at the bid and one below it, after which so much is put there. */
    private static int matchedFills(final int shares) {
        final RowTape fills = new RowTape().quoted();
        fills.at(100).sell("9.99", 6).sell("10.00", 10).sell("10.00", 20).sell("10.00", 30).sell("10.00", 40).sell("10.00", 50);
        fills.at(200).add(3, Side.BID, "10.00", shares);
        return fills.rowAt(1).get(RowColumn.BID_MATCHED_HITS);
    }

    @Test
    void anyOfTheFirstFourPrintsAtTheBestPriceCanBeMatched() {
        for (int shares = 10; shares <= 40; shares += 10) {
            assertEquals(1, matchedFills(shares));
        }
        // the fifth; all; the one at another price
        assertEquals(0, matchedFills(50));
        assertEquals(0, matchedFills(150));
        assertEquals(0, matchedFills(6));
    }

    @Test
    void aTradeIsMatchedOnceAndAnAdditionMatchesOneTradeTheNewestFirst() {
        tape.at(700).sell("10.00", 200).at(800).sell("10.00", 200).at(900).add(3, Side.BID, "10.00", 200);
        bidAnswers(tape.rowAt(1), 0, 0);
        bidAnswers(tape.rowAt(2), 1, 0);
        tape.at(2_700).sell("10.00", 200).at(2_800).sell("10.00", 200);
        for (int id = 4; id < 8; id++) {
            tape.at(2_900).add(id, Side.BID, "10.00", 200);
        }
        bidAnswers(tape.rowAt(3), 1, 0);
        bidAnswers(tape.rowAt(4), 1, 0);
    }

    @Test
    void tradesOfOneBurstAreMatchedOneByOne() {
        for (int ms = 100; ms < 300; ms += 50) {
            tape.at(ms).sell("10.00", ms).at(ms + 10).add(ms, Side.BID, "10.00", ms);
        }
        bidAnswers(tape.rowAt(1), 4, 0);
        bidBursts(tape.rows.getLast(), 1, 1);
    }

    @Test
    void sizePutThereDuringTheTradeAnswersItAtOnceHoweverMuchItIs() {
        tape.at(100).sell("10.00", 200).execute(1, "10.00", 200).add(3, Side.BID, "10.00", 7);
        // twice is once
        tape.at(400).sell("10.00", 7).add(4, Side.BID, "10.00", 8).sell("10.00", 8).add(5, Side.BID, "10.00", 9);
        bidAnswers(tape.rowAt(1), 0, 2);
    }

    @Test
    void whatIsPutThereAtOnceMatchesOnlyTradesBefore() {
        tape.at(100).sell("10.00", 200).add(3, Side.BID, "10.00", 200);
        bidAnswers(tape.rowAt(1), 0, 1);
        tape.at(1_100).sell("10.00", 100).at(1_200).sell("10.00", 50).add(4, Side.BID, "10.00", 100);
        bidAnswers(tape.rowAt(2), 1, 1);
    }

    @Test
    void whatComesBeforeTheTradeIsNoAnswer() {
        tape.at(100).add(3, Side.BID, "10.00", 200).sell("10.00", 200);
        bidAnswers(tape.rowAt(1), 0, 0);
    }

    @Test
    void theEndOfThePacketOrTheNextTradeEndsWhatIsAtOnce() {
        tape.last().at(100).sell("10.00", 200).add(3, Side.BID, "10.00", 200).flags(0);
        bidAnswers(tape.rowAt(1), 1, 0);
        tape.at(1_100).sell("10.00", 200).buy("10.02", 100).add(4, Side.BID, "10.00", 200).add(5, Side.ASK, "10.02", 100);
        bidAnswers(tape.rowAt(2), 1, 0);
        askAnswers(tape.rows.getLast(), 0, 1);
    }

    @Test
    void anOrderThatGrowsOrMovesThereIsAnAnswer() {
        tape.at(50).add(3, Side.BID, "9.90", 5).at(100).sell("10.00", 200).at(150).replace(1, "10.00", 700);
        tape.at(400).sell("10.00", 30).at(450).replace(3, "10.00", 30);
        tape.at(700).sell("10.00", 10).replace(1, "10.00", 701);
        bidAnswers(tape.rowAt(1), 2, 1);
    }

    @Test
    void aLevelThatGrowsIsAnAnswer() {
        final RowTape levels = new RowTape().define(BookKind.BY_LEVEL, RowTape.ALL & ~Capability.EXECUTIONS).at(0);
        levels.level(Side.BID, "10.00", 500).level(Side.ASK, "10.02", 500);
        levels.at(100).sell("10.00", 200).level(Side.BID, "10.00", 300).at(200).level(Side.BID, "10.00", 500);
        bidAnswers(levels.rowAt(1), 1, 0);
        levels.at(1_100).sell("10.00", 500).level(Side.BID, "10.00", 0).level(Side.BID, "10.00", 500);
        bidAnswers(levels.rowAt(2), 0, 1);
    }

    @Test
    void aTradeThatIsNotCountedAsAHitHasNoAnswer() {
        // the book can't tell at the end
        tape.at(100).sell("10.00", 200).add(3, Side.BID, "10.00", 5).at(200).add(4, Side.BID, "10.00", 200);
        tape.at(300).add(5, Side.ASK, "9.99", 10);
        bidAnswers(tape.rowAt(1), 0, 0);
        bid(tape.rows.getLast(), 0, 0, 0);
        // prints of other venues
        final RowTape other = new RowTape().define(BookKind.BY_ORDER, RowTape.ALL & ~Capability.OWN_VENUE_TRADES).at(0);
        other.add(1, Side.BID, "10.00", 500).add(2, Side.ASK, "10.02", 500);
        other.at(100).sell("10.00", 200).add(3, Side.BID, "10.00", 5).at(200).add(4, Side.BID, "10.00", 200);
        bidAnswers(other.rowAt(1), 0, 0);
        // not at the best price
        other.define(BookKind.BY_ORDER, RowTape.ALL).at(1_000).add(1, Side.BID, "10.00", 500).add(2, Side.ASK, "10.02", 500);
        other.at(1_100).sell("9.99", 200).add(3, Side.BID, "10.00", 5).at(1_200).add(4, Side.BID, "9.99", 200);
        bidAnswers(other.rowAt(2), 0, 0);
    }

    @Test
    void whatIsPutIntoACrossedBookIsNoAnswer() {
        tape.at(100).sell("10.00", 200).at(150).add(3, Side.ASK, "9.99", 10).at(200).add(4, Side.BID, "10.00", 200).at(250);
        tape.out.orderDelete(1, 3, Side.ASK);
        bid(tape.rowAt(1), 200, 200, 0);
        bidAnswers(tape.rows.getLast(), 0, 0);
    }

    @Test
    void aClearedBookOrARestartForgetsWhatCouldBeAnswered() {
        tape.at(100).sell("10.00", 200).add(3, Side.BID, "10.00", 5).at(200);
        tape.out.bookClear(1, ClearScope.BOTH);
        tape.add(4, Side.BID, "10.00", 200).add(5, Side.ASK, "10.02", 10).at(210).add(6, Side.BID, "10.00", 200);
        bidAnswers(tape.rowAt(1), 0, 0);
        tape.at(1_100).sell("10.00", 200).add(7, Side.BID, "10.00", 5).at(1_200);
        tape.out.gap(1, 5, 6);
        tape.at(1_210).add(8, Side.BID, "10.00", 5).at(1_220).add(9, Side.BID, "10.00", 200);
        bidAnswers(tape.rowAt(2), 0, 0);
        // what was put there before the trade that follows is not its answer
        tape.at(2_100).sell("10.00", 200).add(10, Side.BID, "10.00", 5).at(2_101).sell("10.00", 300);
        bidAnswers(tape.rowAt(3), 0, 1);
    }

    @Test
    void theBookOfASnapshotIsNoAnswer() {
        tape.at(100).sell("10.00", 200);
        tape.out.snapshot(1, SnapshotPhase.BEGIN);
        tape.add(4, Side.BID, "10.00", 200).add(5, Side.ASK, "10.02", 10);
        tape.out.snapshot(1, SnapshotPhase.END);
        tape.at(200).add(6, Side.BID, "10.00", 200);
        bidAnswers(tape.rowAt(1), 0, 0);
    }

    @Test
    void aTradeInAPlaceUsedAgainIsJudgedByItsOwnFills() {
        final int rounds = 2 * Absorption.CAPACITY;
        for (int i = 0; i < rounds; i++) {
            tape.at(300 * i + 100).sell("10.00", 7).sell("10.00", 9).add(9_000 + i, Side.BID, "10.00", 1);
            tape.at(300 * i + 101).add(1_000 + i, Side.BID, "10.00", 9);
        }
        for (int i = rounds; i < 2 * rounds; i++) {
            tape.at(300 * i + 100).sell("10.00", 7).at(300 * i + 101).add(1_000 + i, Side.BID, "10.00", 9);
        }
        tape.rowAt(2 * rounds);
        assertEquals(rounds, tape.sum(RowColumn.BID_MATCHED_HITS));
        assertEquals(rounds, tape.sum(RowColumn.BID_AT_ONCE_HITS));
    }

    @Test
    void aTradeTooManyIsNeverAnswered() {
        for (int i = 0; i < Absorption.CAPACITY; i++) {
            tape.at(100 + i).sell("10.00", 1);
        }
        tape.at(300).sell("10.00", 2).add(3, Side.BID, "10.00", 7).at(310).add(4, Side.BID, "10.00", 2);
        bidAnswers(tape.rowAt(1), 0, 0);
        assertEquals(1, tape.market.counters().get(MarketCounter.ABSORPTION_OVERFLOW));
    }
}
