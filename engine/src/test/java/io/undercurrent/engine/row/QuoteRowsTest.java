package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.ClearScope;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.SnapshotPhase;
import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.RowLayout;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuoteRowsTest {
    private final RowTape tape = new RowTape();

    @Test
    void writesTheBookAtTheCloseInTicksAndUnits() {
        tape.quoted().at(100).add(3, Side.BID, "9.99", 70).add(4, Side.ASK, "10.10", 30);
        final Row row = tape.rowAt(1);
        assertEquals(1_000, row.value(RowLayout.BID_PRICE));
        assertEquals(500, row.value(RowLayout.BID_SIZE));
        assertEquals(999, row.value(RowLayout.BID_PRICE + 1));
        assertEquals(70, row.value(RowLayout.BID_SIZE + 1));
        assertEquals(0, row.value(RowLayout.BID_PRICE + 2));
        assertEquals(0, row.value(RowLayout.BID_SIZE + 2));
        assertEquals(1_002, row.value(RowLayout.ASK_PRICE));
        assertEquals(1_010, row.value(RowLayout.ASK_PRICE + 1));
        assertEquals(30, row.value(RowLayout.ASK_SIZE + 1));
        assertEquals(570, row.get(RowColumn.BID_DEPTH10));
        assertEquals(530, row.get(RowColumn.ASK_DEPTH10));
        assertEquals(500, row.get(RowColumn.BID_BEST_SIZE));
        assertEquals(500, row.get(RowColumn.ASK_BEST_SIZE));
        assertEquals(2_002, row.get(RowColumn.MID2_CLOSE));
        assertEquals(1, row.get(RowColumn.LOT));
        assertEquals(RowTape.ALL, row.get(RowColumn.CAPABILITIES));
    }

    @Test
    void measuresValidTimeAndSpreadTimeByEventTime() {
        tape.quoted().at(250).add(3, Side.BID, "10.01", 10);
        final Row row = tape.rowAt(1);
        assertEquals(1_000, row.get(RowColumn.VALID_MS));
        assertEquals(2 * 250 + 750, row.get(RowColumn.SPREAD_TIME));
        assertEquals(1, row.get(RowColumn.MID2_SQUARE_SUM));
        assertEquals(1, row.get(RowColumn.BOOK_UPDATES));
    }

    @Test
    void stubQuotesAreNoQuote() {
        // 9.50 to 10.50 is 5 % off the mid, a cent more is over it
        tape.define(BookKind.BY_ORDER, RowTape.ALL).at(0).add(1, Side.BID, "9.50", 1).add(2, Side.ASK, "10.50", 1)
            .at(600).delete(1).add(3, Side.BID, "9.49", 1);
        final Row row = tape.rowAt(1);
        assertEquals(600, row.get(RowColumn.VALID_MS));
        assertEquals(2_000, row.get(RowColumn.MID2_CLOSE));
        assertEquals(0, row.get(RowColumn.MID2_SQUARE_SUM));
    }

    @Test
    void keepsNanosecondsForTheNextRowSoThatSumsAreExact() {
        // valid from 0.6 ms before the first boundary: nothing to book there, and the rest must not be lost
        tape.define(BookKind.BY_ORDER, RowTape.ALL).at(999.4).add(1, Side.BID, "10.00", 1).add(2, Side.ASK, "10.01", 1);
        assertEquals(0, tape.rowAt(1).get(RowColumn.VALID_MS));
        tape.at(1_000.7).delete(1);
        assertEquals(1, tape.rowAt(2).get(RowColumn.VALID_MS));
        assertEquals(1, tape.rows.getLast().get(RowColumn.SPREAD_TIME));
    }

    @Test
    void losesNoTimeWhateverTheIntervalAndWheneverEventsCome() {
        final long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("QuoteRowsTest seed " + seed);
        final SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < 50; run++) {
            final long intervalNs = random.nextLong(100_000_000L, 5_000_000_000L);
            final RowTape any = new RowTape(new RowSettings(intervalNs, 600_000_000_000L, 1)).define(BookKind.TOP, RowTape.ALL);
            long timeNs = RowTape.START_NS + random.nextLong(intervalNs);
            long validNs = 0;
            long spreadNs = 0;
            int spread = 0;
            for (int i = 0; i < 500; i++) {
                spread = random.nextInt(-1, 5);
                any.atNs(timeNs).quote("10.00", 1, "10.0" + Math.max(0, spread), spread < 0 ? 0 : 1);
                final long step = random.nextLong(1, random.nextBoolean() ? 1_000 : 2_000_000_000L);
                timeNs += step;
                validNs += spread < 0 ? 0 : step;
                spreadNs += spread < 0 ? 0 : spread * step;
            }
            // on to the next boundary
            final long rest = intervalNs - timeNs % intervalNs;
            any.atNs(timeNs + rest).out.heartbeat();
            validNs += spread < 0 ? 0 : rest;
            spreadNs += spread < 0 ? 0 : spread * rest;
            assertEquals(validNs / 1_000_000, any.sum(RowColumn.VALID_MS), "seed " + seed + " run " + run);
            assertEquals(spreadNs / 1_000_000, any.sum(RowColumn.SPREAD_TIME), "seed " + seed + " run " + run);
        }
    }

    @Test
    void carriesTheMidThroughAnEmptySideAndCountsTheChangeAfterwards() {
        tape.quoted().at(200).delete(1);
        tape.at(700).add(3, Side.BID, "9.98", 10);
        final Row row = tape.rowAt(1);
        assertEquals(500, row.get(RowColumn.VALID_MS));
        assertEquals(2_000, row.get(RowColumn.MID2_CLOSE));
        assertEquals(4, row.get(RowColumn.MID2_SQUARE_SUM));
        assertEquals(0, row.get(RowColumn.OFI1));
        tape.at(1_100).delete(3);
        assertEquals(2_000, tape.rowAt(2).get(RowColumn.MID2_CLOSE));
        assertEquals(0, tape.rowAt(3).get(RowColumn.VALID_MS));
        assertEquals(2_000, tape.rows.getLast().get(RowColumn.MID2_CLOSE));
    }

    @Test
    void aCrossedBookUpdatesNothingAndIsCountedAfterTwoSeconds() {
        tape.quoted().at(400).add(3, Side.BID, "10.05", 10);
        Row row = tape.rowAt(1);
        assertEquals(400, row.get(RowColumn.VALID_MS));
        assertEquals(800, row.get(RowColumn.SPREAD_TIME));
        assertEquals(0, row.get(RowColumn.MID2_SQUARE_SUM));
        assertEquals(2_002, row.get(RowColumn.MID2_CLOSE));
        // it is looked at again, and is crossed still
        tape.at(2_000).add(4, Side.ASK, "11.00", 10).heartbeat(2_300);
        assertEquals(0, tape.market.counters().get(MarketCounter.CROSSED_LONG));
        assertEquals(1, tape.market.counters().get(MarketCounter.CROSSED));
        row = tape.rowAt(3);
        assertEquals(0, row.get(RowColumn.VALID_MS));
        tape.rowAt(6);
        assertEquals(1, tape.market.counters().get(MarketCounter.CROSSED_LONG));
        assertEquals(1, tape.market.counters().get(MarketCounter.CROSSED));
        tape.at(6_100).delete(3);
        tape.at(6_200).add(5, Side.BID, "10.05", 10).rowAt(7);
        assertEquals(2, tape.market.counters().get(MarketCounter.CROSSED));
    }

    @Test
    void aBookThatIsCrossedOnlyWithinOneMomentIsNot() {
        tape.quoted().at(400).add(3, Side.BID, "10.05", 10).delete(3);
        assertEquals(1_000, tape.rowAt(1).get(RowColumn.VALID_MS));
        assertEquals(0, tape.market.counters().get(MarketCounter.CROSSED));
    }

    @Test
    void aLockedBookIsValid() {
        tape.quoted().at(400).add(3, Side.BID, "10.02", 10);
        final Row row = tape.rowAt(1);
        assertEquals(1_000, row.get(RowColumn.VALID_MS));
        assertEquals(800, row.get(RowColumn.SPREAD_TIME));
        assertEquals(2_004, row.get(RowColumn.MID2_CLOSE));
    }

    @Test
    void addsUpOrderFlowImbalanceOfTheBestLevel() {
        tape.quoted();
        tape.at(100).add(3, Side.BID, "10.00", 50);
        assertEquals(50, tape.rowAt(1).get(RowColumn.OFI1));
        tape.at(1_100).add(4, Side.BID, "10.01", 30);
        assertEquals(30, tape.rowAt(2).get(RowColumn.OFI1));
        tape.at(2_100).delete(4);
        assertEquals(-30, tape.rowAt(3).get(RowColumn.OFI1));
        tape.at(3_100).cancel(2, 200);
        assertEquals(200, tape.rowAt(4).get(RowColumn.OFI1));
        tape.at(4_100).add(5, Side.ASK, "10.01", 20);
        assertEquals(-20, tape.rowAt(5).get(RowColumn.OFI1));
        tape.at(5_100).delete(5);
        assertEquals(20, tape.rowAt(6).get(RowColumn.OFI1));
    }

    @Test
    void looksAtTheQuoteOnlyWhenAMomentIsOver() {
        // a cancel and an add of one moment are a move of one tick, not a visit to 9.90
        tape.quoted().at(50).add(3, Side.BID, "9.90", 10);
        tape.at(100).delete(1).add(4, Side.BID, "10.01", 500);
        final Row row = tape.rowAt(1);
        assertEquals(1, row.get(RowColumn.MID2_SQUARE_SUM));
        assertEquals(500, row.get(RowColumn.OFI1));
        assertEquals(3, row.get(RowColumn.BOOK_UPDATES));
    }

    @Test
    void looksAtTheQuoteWhenAPacketEnds() {
        tape.quoted().at(50).add(3, Side.BID, "9.90", 10);
        tape.last().at(100).delete(1).add(4, Side.BID, "10.01", 500);
        assertEquals(10 * 10 + 11 * 11, tape.rowAt(1).get(RowColumn.MID2_SQUARE_SUM));
    }

    @Test
    void roundsPricesBetweenTicksAwayFromTheMid() {
        tape.define(BookKind.TOP, 0).at(0).quote("10.009", 3, "10.011", 4);
        final Row row = tape.rowAt(1);
        assertEquals(1_000, row.value(RowLayout.BID_PRICE));
        assertEquals(1_002, row.value(RowLayout.ASK_PRICE));
        assertEquals(2_002, row.get(RowColumn.MID2_CLOSE));
    }

    @Test
    void leavesStubQuotesOutOfDepthButNotOutOfThePicture() {
        tape.quoted().at(100).add(3, Side.BID, "9.51", 7).add(4, Side.BID, "9.50", 900).add(5, Side.ASK, "196.45", 800);
        final Row row = tape.rowAt(1);
        assertEquals(507, row.get(RowColumn.BID_DEPTH10));
        assertEquals(500, row.get(RowColumn.ASK_DEPTH10));
        assertEquals(19_645, row.value(RowLayout.ASK_PRICE + 1));
    }

    @Test
    void leavesQuotesThatAParticipantForgotOutOfDepth() {
        tape.define(BookKind.BY_PARTICIPANT, RowTape.ALL).at(0);
        tape.add(1, Side.BID, "10.00", 100).add(2, Side.BID, "9.99", 40).add(3, Side.BID, "9.98", 5).add(1, Side.ASK, "10.01", 60);
        assertEquals(145, tape.rowAt(60).get(RowColumn.BID_DEPTH10));
        tape.at(60_500).add(3, Side.BID, "9.98", 5);
        // the best price does not grow old, however long it stands
        assertEquals(105, tape.rowAt(61).get(RowColumn.BID_DEPTH10));
        assertEquals(60, tape.rows.getLast().get(RowColumn.ASK_DEPTH10));
    }

    @Test
    void saturatesAndCountsIt() {
        tape.quoted().at(100).add(3, Side.BID, "10.00", 3_000_000_000L);
        assertEquals(Integer.MAX_VALUE, tape.rowAt(1).value(RowLayout.BID_SIZE));
        assertTrue(tape.market.counters().get(MarketCounter.SATURATED) >= 2);
    }

    @Test
    void aSnapshotInTheMiddleIsNotAValidBook() {
        tape.quoted().at(300);
        tape.out.snapshot(1, SnapshotPhase.BEGIN);
        tape.add(3, Side.BID, "10.00", 100).add(4, Side.ASK, "10.02", 100);
        final Row row = tape.rowAt(1);
        assertEquals(300, row.get(RowColumn.VALID_MS));
        assertEquals(0, row.value(RowLayout.BID_PRICE));
        tape.at(1_500);
        tape.out.snapshot(1, SnapshotPhase.END);
        assertEquals(500, tape.rowAt(2).get(RowColumn.VALID_MS));
    }

    @Test
    void aClearedBookIsNotValid() {
        tape.quoted().at(300);
        tape.out.bookClear(1, ClearScope.BOTH);
        assertEquals(300, tape.rowAt(1).get(RowColumn.VALID_MS));
    }
}
