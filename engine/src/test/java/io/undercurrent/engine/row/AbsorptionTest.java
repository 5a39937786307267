package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.signals.RowColumn;
import org.junit.jupiter.api.Test;

/** Single trades against the best quote. The quote of every tape: 10.00 x 500 by 10.02 x 500. */
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
}
