package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.signals.RowColumn;
import org.junit.jupiter.api.Test;

class RemovalsTest {
    private final RowTape orders = new RowTape().quoted();
    private final RowTape levels = new RowTape().define(BookKind.BY_LEVEL, RowTape.ALL & ~Capability.EXECUTIONS).at(0);

    RemovalsTest() {
        levels.level(Side.BID, "10.00", 500).level(Side.BID, "9.99", 300).level(Side.ASK, "10.02", 500);
    }

    private static void bid(final Row row, final int cancelled, final int executedDeep) {
        assertEquals(cancelled, row.get(RowColumn.BID_CANCELLED10), "cancelled");
        assertEquals(executedDeep, row.get(RowColumn.BID_EXECUTED_DEEP), "executed deep");
    }

    @Test
    void reductionsAndDeletionsAreCancelled() {
        orders.at(100).add(3, Side.BID, "9.99", 70).at(200).cancel(1, 20).delete(3);
        bid(orders.rowAt(1), 90, 0);
        orders.at(1_100).cancel(2, 30);
        assertEquals(30, orders.rowAt(2).get(RowColumn.ASK_CANCELLED10));
        bid(orders.rows.getLast(), 0, 0);
    }

    @Test
    void anExecutionAtAPriceThatAlwaysWasTheBestIsNotDeep() {
        orders.at(100).execute(1, "10.00", 100);
        bid(orders.rowAt(1), 0, 0);
    }

    @Test
    void anExecutionAtAPriceThatStoodBehindABetterOneIsDeep() {
        orders.at(100).add(3, Side.BID, "9.99", 70).at(200).execute(1, "10.00", 500).execute(3, "9.99", 30);
        bid(orders.rowAt(1), 0, 30);
        // also long after it became the best
        orders.at(1_500).execute(3, "9.99", 40);
        bid(orders.rowAt(2), 0, 40);
    }

    @Test
    void aReplaceThatMovesCancelsWhatItWasAndOneThatStaysCancelsTheDifference() {
        orders.at(100).replace(1, "9.99", 500).at(200).replace(1, "9.99", 480).at(300).replace(1, "9.99", 800);
        bid(orders.rowAt(1), 520, 0);
    }

    @Test
    void onlyTenLevelsCount() {
        for (int i = 1; i <= 10; i++) {
            orders.at(100 + i).add(10 + i, Side.BID, "9." + (99 - i), 1);
        }
        orders.at(200).delete(20);
        bid(orders.rowAt(1), 0, 0);
        orders.at(1_100).delete(19);
        bid(orders.rowAt(2), 1, 0);
    }

    @Test
    void aDecreaseOfALevelIsPutDownToPrintsAtItsPriceAndTheRestIsCancelled() {
        levels.at(100).sell("10.00", 60).at(150).level(Side.BID, "10.00", 400);
        bid(levels.rowAt(1), 40, 0);
        // each print explains once
        levels.at(1_100).level(Side.BID, "10.00", 390);
        bid(levels.rowAt(2), 10, 0);
    }

    @Test
    void aPrintMayExplainSeveralDecreasesAndAtADeepPriceItIsDeep() {
        levels.at(100).sell("10.00", 500).sell("9.99", 200).level(Side.BID, "10.00", 0).level(Side.BID, "9.99", 250);
        levels.at(200).level(Side.BID, "9.99", 150).level(Side.BID, "9.99", 90);
        bid(levels.rowAt(1), 10, 200);
    }

    @Test
    void aPrintExplainsForASecondOnly() {
        levels.at(1).sell("10.00", 50).at(1_001).level(Side.BID, "10.00", 480).at(1_002).level(Side.BID, "10.00", 450);
        bid(levels.rowAt(2), 30, 0);
    }

    @Test
    void remembersPrintsAtSoManyPricesAndCountsThoseItForgets() {
        for (int i = 0; i < Removals.CAPACITY; i++) {
            levels.at(100 + i).sell("9." + (100 + i), 10).sell("9." + (100 + i), 10);
        }
        levels.at(200).sell("10.00", 10);
        assertEquals(1, levels.market.counters().get(MarketCounter.PRINT_FORGOTTEN));
        levels.at(300).level(Side.BID, "10.00", 450);
        bid(levels.rowAt(1), 40, 0);
    }

    @Test
    void aHiddenPrintExplainsNoDecrease() {
        levels.at(100).trade("10.00", 60, Aggressor.SELL, TradeFlag.HIDDEN).level(Side.BID, "10.00", 440);
        bid(levels.rowAt(1), 60, 0);
    }

    @Test
    void whereNothingCanTellExecutionsNothingIsCounted() {
        final RowTape blind = new RowTape().define(BookKind.BY_LEVEL, Capability.DEPTH).at(0);
        blind.level(Side.BID, "10.00", 500).level(Side.ASK, "10.02", 500).at(100).level(Side.BID, "10.00", 400);
        bid(blind.rowAt(1), 0, 0);
    }

    @Test
    void aCrossedBookCancelsNothing() {
        orders.at(100).add(3, Side.BID, "10.05", 70).at(200).delete(3);
        bid(orders.rowAt(1), 0, 0);
        assertEquals(1, orders.rows.getLast().get(RowColumn.BOOK_UPDATES));
    }
}
