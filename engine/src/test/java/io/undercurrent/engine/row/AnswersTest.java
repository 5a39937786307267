package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.signals.RowColumn;
import org.junit.jupiter.api.Test;

/** Size put where a trade hit: the same again, or at once. The quote of every tape: 10.00 x 500 by 10.02 x 500. */
class AnswersTest {
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

    private void bidAnswers(final Row row, final int matched, final int atOnce) {
        assertEquals(matched, row.get(RowColumn.BID_MATCHED_HITS), "matched");
        assertEquals(atOnce, row.get(RowColumn.BID_AT_ONCE_HITS), "at once");
    }

    private void askAnswers(final Row row, final int matched, final int atOnce) {
        assertEquals(matched, row.get(RowColumn.ASK_MATCHED_HITS), "matched");
        assertEquals(atOnce, row.get(RowColumn.ASK_AT_ONCE_HITS), "at once");
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
    void sizesInAnswerAreSummed() {
        tape.at(100).sell("10.00", 200).add(3, Side.BID, "10.00", 50).add(4, Side.BID, "10.00", 30);
        tape.at(200).add(5, Side.BID, "10.00", 200).add(6, Side.BID, "10.00", 7);
        bidAnswers(tape.rowAt(1), 1, 1);
        assertEquals(280, tape.rows.getLast().get(RowColumn.BID_ANSWER));
        assertEquals(0, tape.rows.getLast().get(RowColumn.ASK_ANSWER));
        tape.at(1_100).buy("10.02", 200).at(1_200).add(7, Side.ASK, "10.02", 200);
        assertEquals(0, tape.rowAt(2).get(RowColumn.BID_ANSWER));
        assertEquals(200, tape.rows.getLast().get(RowColumn.ASK_ANSWER));
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
