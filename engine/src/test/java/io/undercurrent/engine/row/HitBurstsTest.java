package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.signals.RowColumn;
import org.junit.jupiter.api.Test;

/** Trades against the best quote that are counted together. The quote of every tape: 10.00 x 500 by 10.02 x 500. */
class HitBurstsTest {
    private final RowTape tape = new RowTape().quoted();

    private void bid(final Row row, final int hit, final int refill, final int hidden) {
        assertEquals(hit, row.get(RowColumn.BID_HIT), "hit");
        assertEquals(refill, row.get(RowColumn.BID_REFILL), "refill");
        assertEquals(hidden, row.get(RowColumn.BID_HIDDEN), "hidden");
    }

    private void bidBursts(final Row row, final int hits, final int refilled) {
        assertEquals(hits, row.get(RowColumn.BID_HIT_BURSTS), "bursts");
        assertEquals(refilled, row.get(RowColumn.BID_REFILL_BURSTS), "bursts refilled");
    }

    private void askBursts(final Row row, final int hits, final int refilled) {
        assertEquals(hits, row.get(RowColumn.ASK_HIT_BURSTS), "bursts");
        assertEquals(refilled, row.get(RowColumn.ASK_REFILL_BURSTS), "bursts refilled");
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
}
