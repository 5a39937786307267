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

    private void expect(final int volume, final int mid, final int block, final int buy, final int sell) {
        final Row row = tape.rowAt(1);
        assertEquals(volume, row.get(RowColumn.OFF_VOLUME), "volume");
        assertEquals(mid, row.get(RowColumn.OFF_MID), "mid");
        assertEquals(block, row.get(RowColumn.OFF_BLOCK), "block");
        assertEquals(buy, row.get(RowColumn.OFF_BUY_VOLUME), "buy");
        assertEquals(sell, row.get(RowColumn.OFF_SELL_VOLUME), "sell");
        assertEquals(0, row.get(RowColumn.BUY_VOLUME) + row.get(RowColumn.SELL_VOLUME) + row.get(RowColumn.UNSIGNED_VOLUME), "lit");
    }

    @Test
    void countsPrintsWithinATenthOfTheSpreadOfTheMid() {
        off("10.05", 10);
        off("10.06", 20);
        off("10.04", 40);
        // 10.061 is past a tenth, and 61 % of the spread: a buy
        off("10.061", 80);
        expect(150, 70, 0, 80, 0);
    }

    @Test
    void capsWhatOnePrintAddsToTheMid() {
        off("10.05", 1_001);
        expect(1_001, 1_000, 0, 0, 0);
    }

    @Test
    void givesNoSignWithinTheMiddleFifthOfTheSpread() {
        off("10.04", 1);
        off("10.06", 2);
        off("10.0399", 4);
        off("10.0601", 8);
        off("9.90", 16);
        off("10.20", 32);
        expect(63, 3, 0, 40, 20);
    }

    @Test
    void believesTheFeedsAggressor() {
        tape.trade("10.05", 5, Aggressor.SELL, TradeFlag.OFF_EXCHANGE);
        expect(5, 5, 0, 0, 5);
    }

    @Test
    void tellsBlocksFromTenThousandShares() {
        off("10.00", 9_999);
        off("10.00", 10_000);
        expect(19_999, 0, 10_000, 0, 19_999);
    }

    @Test
    void neverTakesARetailFractionOfACentForTheMid() {
        // 10.0501: 0.01 of a cent; 10.0545: 0.45 of a cent, the kind of fraction a midpoint has
        off("10.0501", 1);
        off("10.0545", 2);
        off("10.0599", 4);
        expect(7, 2, 0, 0, 0);
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
        expect(30_000, 0, 0, 0, 0);
    }

    @Test
    void withoutAValidQuoteThereIsNoMidAndNoSign() {
        tape.add(3, Side.BID, "10.20", 5);
        off("10.05", 10);
        expect(10, 0, 0, 0, 0);
    }

    @Test
    void inALockedBookOnlyTheVeryPriceIsTheMid() {
        tape.add(3, Side.BID, "10.10", 5);
        off("10.10", 10);
        off("10.11", 20);
        expect(30, 10, 0, 20, 0);
    }

    @Test
    void doesNotMixWithLitTrades() {
        tape.buy("10.10", 5);
        off("10.05", 10);
        tape.buy("10.10", 6);
        assertEquals(1, tape.rowAt(1).get(RowColumn.BUY_TRADES));
    }
}
