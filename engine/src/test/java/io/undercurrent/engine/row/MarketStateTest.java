package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.FeedCondition;
import io.undercurrent.codec.sbe.SessionKind;
import io.undercurrent.codec.sbe.SessionPhase;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.codec.sbe.TradingState;
import io.undercurrent.engine.book.BookOutcome;
import io.undercurrent.signals.RowColumn;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class MarketStateTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final RowTape tape = new RowTape();

    private List<Integer> slots() {
        return tape.rows.stream().map(Row::slot).toList();
    }

    private void session(final SessionPhase phase) {
        tape.out.session(SessionKind.REGULAR, phase);
    }

    @Test
    void closesRowsBeforeTheEventAtTheBoundary() {
        tape.quoted().at(999.999999).buy("10.02", 1).at(1_000).buy("10.02", 2);
        assertEquals(1, tape.rows.size());
        final Row row = tape.rows.getFirst();
        assertEquals(1, row.get(RowColumn.BUY_VOLUME));
        assertEquals(RowTape.START_NS + SECOND_NS, row.closeNs());
        assertEquals(tape.out.lastSequence() - 1, row.asOfSequence());
        assertEquals(2, tape.rowAt(2).get(RowColumn.BUY_VOLUME));
    }

    @Test
    void closesEveryBoundaryOfAQuietTimeInOrder() {
        tape.quoted().heartbeat(3_500);
        assertEquals(List.of(1L, 2L, 3L), tape.rows.stream().map(row -> (row.closeNs() - RowTape.START_NS) / SECOND_NS).toList());
        assertEquals(3_000, tape.sum(RowColumn.VALID_MS));
    }

    @Test
    void closesAllActiveInstrumentsTogetherInTheOrderOfSlots() {
        tape.quoted().define(BookKind.BY_ORDER, RowTape.ALL).define(BookKind.BY_ORDER, RowTape.ALL);
        tape.add(1, Side.BID, "20", 5).add(2, Side.ASK, "21", 5);
        tape.heartbeat(1_000);
        assertEquals(List.of(0, 2), slots());
        tape.instrument(2).at(1_100).add(1, Side.BID, "30", 5).add(2, Side.ASK, "31", 5).heartbeat(2_000);
        assertEquals(List.of(0, 2, 0, 1, 2), slots());
        assertEquals(List.of(true, true, false, true, false), tape.rows.stream().map(Row::restart).toList());
        assertEquals(2, tape.market.counters().get(MarketCounter.SWEEPS));
        assertEquals(5, tape.market.counters().get(MarketCounter.ROWS));
        assertEquals(3, tape.market.counters().get(MarketCounter.RESTARTS));
    }

    @Test
    void countsBoundariesFromTheStartOfTheSession() {
        tape.quoted().at(300);
        session(SessionPhase.START);
        tape.heartbeat(1_299);
        assertEquals(0, tape.rows.size());
        tape.heartbeat(1_300);
        assertEquals(1, tape.rows.size());
        assertEquals(1_000, tape.rows.getFirst().get(RowColumn.VALID_MS));
    }

    @Test
    void closesNoRowsBetweenSessionsAndBeginsNewWindowsWithTheNext() {
        tape.quoted().heartbeat(1_000).at(1_500);
        session(SessionPhase.END);
        tape.heartbeat(5_000);
        assertEquals(1, tape.rows.size());
        tape.at(5_000);
        session(SessionPhase.START);
        tape.heartbeat(7_000);
        assertEquals(List.of(true, true, false), tape.rows.stream().map(Row::restart).toList());
        assertEquals(1_000, tape.rows.getLast().get(RowColumn.VALID_MS));
    }

    @Test
    void sessionsHaveTheirOwnLots() {
        tape.quoted().at(100).buy("10.02", 300);
        assertEquals(300, tape.rowAt(1).get(RowColumn.LOT));
        tape.at(1_000);
        session(SessionPhase.START);
        assertEquals(1, tape.rowAt(2).get(RowColumn.LOT));
    }

    @Test
    void aHaltStopsTheRowsOfOneInstrumentAndTradingBeginsANewWindow() {
        tape.quoted().define(BookKind.TOP, RowTape.ALL).quote("10.00", 5, "10.01", 5).heartbeat(1_000).at(1_200);
        tape.out.tradingStatus(1, TradingState.HALTED, 0);
        tape.instrument(1).at(1_300).add(3, Side.BID, "10.01", 5).heartbeat(3_000).at(3_400);
        assertEquals(List.of(0, 1, 1, 1), slots());
        tape.out.tradingStatus(1, TradingState.TRADING, 0);
        tape.heartbeat(4_000);
        assertEquals(List.of(0, 1, 1, 1, 0, 1), slots());
        final Row row = tape.rows.get(4);
        assertTrue(row.restart());
        assertEquals(600, row.get(RowColumn.VALID_MS));
        assertEquals(0, row.get(RowColumn.MID2_SQUARE_SUM));
        assertFalse(tape.rows.get(5).restart());
    }

    @Test
    void aGapDropsTheOpenRowAndBeginsANewWindow() {
        tape.quoted().heartbeat(1_000).at(1_300).buy("10.02", 5).at(1_400);
        tape.out.gap(1, 5, 6);
        final Row row = tape.rowAt(2);
        assertTrue(row.restart());
        assertEquals(0, row.get(RowColumn.BUY_VOLUME));
        assertEquals(600, row.get(RowColumn.VALID_MS));
        tape.at(2_500);
        tape.out.gap(0, 0, 0);
        assertTrue(tape.rowAt(3).restart());
        tape.flags(EventFlag.GAP_BEFORE).at(3_500).add(3, Side.BID, "9.99", 1).flags(0);
        assertTrue(tape.rowAt(4).restart());
        tape.at(4_500);
        tape.out.feedState(1, FeedCondition.LOST);
        assertTrue(tape.rowAt(5).restart());
        assertFalse(tape.rowAt(6).restart());
    }

    @Test
    void aLongJumpOfTimeBeginsNewWindowsInsteadOfClosingHundredsOfRows() {
        tape.quoted().heartbeat(1_000).heartbeat(601_000);
        assertEquals(601, tape.rows.size());
        tape.heartbeat(601_000 + 600_001);
        assertEquals(601, tape.rows.size());
        tape.heartbeat(1_201_000 + 2_000);
        assertEquals(603, tape.rows.size());
        assertTrue(tape.rows.get(601).restart());
        assertEquals(999, tape.rows.get(601).get(RowColumn.VALID_MS));
        assertEquals(1, tape.market.counters().get(MarketCounter.QUIET_JUMPS));
    }

    @Test
    void nothingMovesEventTimeBack() {
        tape.quoted().heartbeat(1_500).at(500).add(3, Side.BID, "10.01", 7).heartbeat(2_000);
        assertEquals(2, tape.rows.size());
        assertEquals(2 * 500 + 500, tape.rows.getLast().get(RowColumn.SPREAD_TIME));
        assertEquals(RowTape.START_NS + 2 * SECOND_NS, tape.market.nowNs());
    }

    @Test
    void timesOutsideOurCenturyMoveNoClock() {
        tape.quoted().atNs(Long.MAX_VALUE).add(3, Side.BID, "10.01", 7).atNs(0).add(4, Side.BID, "9.99", 7).atNs(-5);
        tape.out.heartbeat();
        assertEquals(RowTape.START_NS, tape.market.nowNs());
        assertEquals(1, tape.market.counters().get(MarketCounter.BAD_TIME));
        assertEquals(1_000, tape.rowAt(1).get(RowColumn.VALID_MS));
    }

    @Test
    void aBookFilledBeforeAnyTimeIsKnownIsValidFromTheFirstTime() {
        tape.define(BookKind.TOP, RowTape.ALL).atNs(0).quote("10.00", 5, "10.01", 5);
        session(SessionPhase.START);
        tape.heartbeat(250);
        assertEquals(750, tape.rowAt(1).get(RowColumn.VALID_MS));
    }

    @Test
    void aDefinitionThatChangesNothingKeepsTheWindow() {
        tape.quoted().heartbeat(1_000).at(1_500);
        tape.out.redefine(1, RowTape.spec("OTHER", BookKind.BY_ORDER, RowTape.ALL));
        assertFalse(tape.rowAt(2).restart());
        assertEquals("OTHER", tape.market.instrument(0).symbol());
        assertEquals(1, tape.market.instruments());
    }

    @Test
    void otherUnitsBeginANewWindowOverTheSameBook() {
        tape.quoted().heartbeat(1_000).at(1_500);
        tape.out.redefine(1, RowTape.spec("SYM1", BookKind.BY_ORDER, 0));
        final Row row = tape.rowAt(2);
        assertTrue(row.restart());
        assertEquals(500, row.get(RowColumn.VALID_MS));
        assertEquals(0, row.get(RowColumn.CAPABILITIES));
    }

    @Test
    void anotherKindOfBookBeginsEmpty() {
        tape.quoted().heartbeat(1_000).at(1_500);
        tape.out.redefine(1, RowTape.spec("SYM1", BookKind.TOP, RowTape.ALL));
        tape.heartbeat(2_000);
        assertEquals(1, tape.rows.size());
        tape.at(2_100).quote("10.00", 5, "10.01", 5);
        assertEquals(900, tape.rowAt(3).get(RowColumn.VALID_MS));
    }

    @Test
    void refusesWhatItHasNoRoomForAndWhatNobodyDefined() {
        final RowTape small = new RowTape(RowSettings.standard(1)).quoted().define(BookKind.TOP, 0).quote("10.00", 5, "10.01", 5);
        small.instrument(77).quote("10.00", 5, "10.01", 5);
        small.out.gap(78, 0, 0);
        assertEquals(1, small.market.instruments());
        assertEquals(1, small.market.counters().get(MarketCounter.INSTRUMENT_REFUSED));
        assertEquals(3, small.market.counters().get(MarketCounter.UNKNOWN_INSTRUMENT));
        small.rowAt(1);
        assertEquals(1, small.rows.size());
    }

    @Test
    void countsTheOutcomesOfBookEventsAndTellsOfVisibleChanges() {
        tape.quoted().delete(9).add(1, Side.BID, "10.00", 500).add(3, Side.BID, "9.99", 1);
        assertEquals(3, tape.market.counters().get(BookOutcome.APPLIED));
        assertEquals(1, tape.market.counters().get(BookOutcome.UNKNOWN_ORDER));
        assertEquals(1, tape.market.counters().get(BookOutcome.DUPLICATE_ID));
        assertEquals(List.of("SYM1", "SYM1", "SYM1"), tape.bookChanges);
        assertEquals(3, tape.market.counters().get(MarketCounter.BOOK_UPDATES));
    }

    @Test
    void garbageNeverThrows() {
        final long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("MarketStateTest garbage seed " + seed);
        final SplittableRandom random = new SplittableRandom(seed);
        tape.quoted();
        final byte[] bytes = new byte[Events.MAX_LENGTH];
        final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        long time = RowTape.START_NS;
        for (int i = 0; i < 200_000; i++) {
            random.nextBytes(bytes);
            buffer.putShort(0, (short) random.nextInt(249));
            buffer.putShort(2, (short) random.nextInt(21));
            time += random.nextInt(100_000_000);
            Events.header(new UnsafeBuffer(bytes, 0, bytes.length), i, 0, random.nextInt(9) == 0 ? random.nextLong() >> 1 : time, 0,
                    random.nextInt(4), random.nextInt(64));
            tape.market.onEvent(new UnsafeBuffer(bytes, 0, random.nextInt(bytes.length + 1)), 0);
            time = Math.max(time, tape.market.nowNs() > 1L << 61 ? time : tape.market.nowNs());
        }
        assertTrue(tape.market.counters().get(BookOutcome.MALFORMED) > 0);
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new RowSettings(99_999_999, SECOND_NS, 1));
        assertThrows(IllegalArgumentException.class, () -> new RowSettings(60 * SECOND_NS + 1, 600 * SECOND_NS, 1));
        assertThrows(IllegalArgumentException.class, () -> new RowSettings(SECOND_NS, SECOND_NS - 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new RowSettings(SECOND_NS, SECOND_NS, 0));
    }
}
