package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Decimals;
import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.Aggressor;
import io.undercurrent.codec.sbe.BookKind;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.signals.RowColumn;
import org.junit.jupiter.api.Test;

class OffExchangePrintsTest {
    private final RowTape tape = new RowTape().define(BookKind.BY_ORDER, RowTape.ALL);

    OffExchangePrintsTest() {
        tape.at(0).add(1, Side.BID, "10.00", 500).add(2, Side.ASK, "10.10", 500).at(100);
    }

    private RowTape off(final String price, final long shares) {
        return tape.trade(price, shares, Aggressor.UNKNOWN, TradeFlag.OFF_EXCHANGE);
    }

    private void expect(final int volume, final int mid) {
        final Row row = tape.rowAt(1);
        assertEquals(volume, row.get(RowColumn.OFF_VOLUME), "volume");
        assertEquals(mid, row.get(RowColumn.OFF_MID_BURSTS), "bursts at the mid");
        assertEquals(0, row.get(RowColumn.BUY_VOLUME) + row.get(RowColumn.SELL_VOLUME) + row.get(RowColumn.UNSIGNED_VOLUME), "lit");
    }

    private void bursts(final Row row, final int all, final int mid) {
        assertEquals(all, row.get(RowColumn.OFF_BURSTS), "bursts");
        assertEquals(mid, row.get(RowColumn.OFF_MID_BURSTS), "bursts at the mid");
    }

    @Test
    void countsPrintsWithinATenthOfTheSpreadOfTheMid() {
        off("10.05", 10);
        tape.at(600);
        off("10.06", 20);
        expect(30, 2);
        tape.at(1_100);
        off("10.04", 40);
        tape.at(1_600);
        off("10.061", 80);
        bursts(tape.rowAt(2), 2, 1);
    }

    @Test
    void neverTakesARetailFractionOfACentForTheMid() {
        // 10.0501: 0.01 of a cent; 10.0545: 0.45 of a cent, the kind of fraction a midpoint has
        off("10.0501", 1);
        off("10.0545", 2);
        off("10.0599", 4);
        expect(7, 1);
        tape.at(1_100);
        off("10.0501", 1);
        bursts(tape.rowAt(2), 1, 0);
    }

    @Test
    void knowsRetailFractionsExactly() {
        for (final String price : new String[] {"10.000000001", "10.0039", "10.003999999", "10.006000001", "10.0099", "0.0001"}) {
            assertTrue(OffExchangePrints.retailLike(Decimals.parse(price)), price);
        }
        for (final String price : new String[] {"10", "10.01", "10.004", "10.005", "10.006"}) {
            assertFalse(OffExchangePrints.retailLike(Decimals.parse(price)), price);
        }
    }

    @Test
    void pricesNotOfTheMomentAreOnlyVolume() {
        tape.trade("10.05", 10_000, Aggressor.BUY, TradeFlag.OFF_EXCHANGE | TradeFlag.NOT_CURRENT);
        tape.trade("10.05", 10_000, Aggressor.BUY, TradeFlag.OFF_EXCHANGE | TradeFlag.AUCTION);
        tape.heartbeat(500).at(249).trade("10.05", 10_000, Aggressor.BUY, TradeFlag.OFF_EXCHANGE);
        expect(30_000, 0);
        bursts(tape.rows.getLast(), 0, 0);
    }

    @Test
    void withoutAValidQuoteThereIsNoMid() {
        tape.add(3, Side.BID, "10.20", 5);
        off("10.05", 10);
        expect(10, 0);
        bursts(tape.rows.getLast(), 1, 0);
    }

    @Test
    void inALockedBookOnlyTheVeryPriceIsTheMid() {
        tape.add(3, Side.BID, "10.10", 5);
        off("10.11", 20);
        tape.at(700);
        off("10.10", 10);
        expect(30, 1);
    }

    @Test
    void doesNotMixWithLitTrades() {
        tape.buy("10.10", 5);
        off("10.05", 10);
        tape.buy("10.10", 6);
        tape.rowAt(1);
        assertEquals(1, tape.market.counters().get(MarketCounter.TRADES));
    }

    @Test
    void printsWithin500MsOfTheFirstAreOneBurst() {
        off("10.05", 10);
        tape.at(400).trade("10.05", 20_000, Aggressor.BUY, TradeFlag.OFF_EXCHANGE).at(599.999999);
        off("10.05", 10);
        bursts(tape.rowAt(1), 1, 1);
    }

    @Test
    void aPrintAfter500MsBeginsTheNextBurstHoweverManyCameBefore() {
        for (int ms = 100; ms < 2_000; ms += 10) {
            tape.at(ms);
            off("10.05", 10);
        }
        tape.rowAt(2);
        // at 100 and 600, 1,100 and 1,600
        bursts(tape.rows.getFirst(), 2, 2);
        bursts(tape.rows.getLast(), 2, 2);
    }

    @Test
    void aBurstAtTheMidBeginsWithAPrintAtTheMid() {
        off("10.00", 10);
        tape.at(200);
        off("10.05", 10);
        tape.at(650);
        off("10.05", 10);
        bursts(tape.rowAt(1), 2, 1);
        tape.at(1_150);
        off("10.10", 10);
        tape.at(1_200);
        off("10.05", 10);
        bursts(tape.rowAt(2), 1, 1);
    }

    @Test
    void aBurstIsOfTheRowInWhichItBegins() {
        tape.at(900);
        off("10.05", 10);
        tape.at(1_399.999);
        off("10.05", 10);
        bursts(tape.rowAt(2), 0, 0);
        bursts(tape.rows.getFirst(), 1, 1);
    }

    @Test
    void aRestartEndsBursts() {
        off("10.05", 10);
        tape.at(200);
        tape.out.gap(1, 5, 6);
        tape.at(300);
        off("10.05", 10);
        bursts(tape.rowAt(1), 1, 1);
    }

    @Test
    void litTradesAndOffExchangePrintsHaveTheirOwnBursts() {
        tape.buy("10.10", 5).at(200);
        off("10.05", 10);
        tape.at(300).buy("10.10", 6);
        bursts(tape.rowAt(1), 1, 1);
        assertEquals(1, tape.rows.getLast().get(RowColumn.BUY_BURSTS));
    }

    private void retail(final Row row, final int bursts) {
        assertEquals(bursts, row.get(RowColumn.OFF_RETAIL_BURSTS), "bursts of retail orders");
    }

    @Test
    void retailPrintsWithin500MsOfTheFirstAreOneBurst() {
        off("10.0501", 10);
        tape.at(599.999999);
        off("10.0099", 10);
        retail(tape.rowAt(1), 1);
        for (int ms = 1_100; ms < 2_000; ms += 10) {
            tape.at(ms);
            off("10.0501", 10);
        }
        retail(tape.rowAt(2), 2);
    }

    @Test
    void aBurstOfRetailOrdersBeginsWithARetailPrint() {
        off("10.05", 10);
        off("10.0545", 10);
        tape.at(300);
        off("10.0001", 10);
        tape.at(550);
        off("10.0001", 10);
        retail(tape.rowAt(1), 1);
        tape.at(1_150);
        off("10.05", 10);
        retail(tape.rowAt(2), 0);
    }

    @Test
    void aRetailPrintNeedsNoQuoteButAPriceOfTheMoment() {
        tape.trade("10.0501", 10, Aggressor.BUY, TradeFlag.OFF_EXCHANGE | TradeFlag.NOT_CURRENT);
        retail(tape.rowAt(1), 0);
        tape.at(1_100).add(3, Side.BID, "10.20", 5);
        off("10.0501", 10);
        // a lit print is none
        tape.at(1_700).sell("10.0501", 10);
        retail(tape.rowAt(2), 1);
    }

    @Test
    void aRestartEndsBurstsOfRetailOrders() {
        off("10.0501", 10);
        tape.at(200);
        tape.out.gap(1, 5, 6);
        tape.at(300);
        off("10.0501", 10);
        retail(tape.rowAt(1), 1);
        // in the row of the first
        tape.at(1_900);
        off("10.0501", 10);
        tape.at(2_399);
        off("10.0501", 10);
        retail(tape.rowAt(3), 0);
        retail(tape.rows.get(1), 1);
    }
}
