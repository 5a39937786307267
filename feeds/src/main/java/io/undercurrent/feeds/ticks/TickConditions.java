package io.undercurrent.feeds.ticks;

import io.undercurrent.codec.TradeFlag;

/**
 * What the sale condition bits of the format say of a print. Sources: AlgoSeek's list as LEAN documents it. Bits that say nothing about
 * price or book (regular, sweep, odd lot, automatic, exempt from the trade-through rule, …) give no flag.
 */
final class TickConditions {
    private static final long CASH = 0x2;
    private static final long NEXT_DAY = 0x4;
    private static final long SELLER = 0x8;
    private static final long OPENING_PRINT = 0x40;
    private static final long CLOSING_PRINT = 0x80;
    private static final long REOPENING_PRINT = 0x100;
    private static final long DERIVATIVELY_PRICED = 0x200;
    private static final long FORM_T = 0x400;
    private static final long SOLD_LAST = 0x800;
    private static final long STOPPED = 0x1000;
    private static final long EXTENDED_HOURS = 0x2000;
    private static final long OUT_OF_SEQUENCE = 0x4000;
    private static final long ACQUISITION = 0x1_0000;
    private static final long STOCK_OPTION = 0x4_0000;
    private static final long DISTRIBUTION = 0x8_0000;
    private static final long AVERAGE_PRICE = 0x10_0000;
    private static final long CROSS = 0x20_0000;
    private static final long PRICE_VARIATION = 0x40_0000;
    private static final long OFFICIAL_CLOSE = 0x100_0000;
    private static final long PRIOR_REFERENCE = 0x200_0000;
    private static final long OFFICIAL_OPEN = 0x400_0000;

    private static final long AUCTION = OPENING_PRINT | CLOSING_PRINT | REOPENING_PRINT | CROSS | OFFICIAL_OPEN | OFFICIAL_CLOSE;

    // The official open and close repeat an auction's price and volume.
    private static final long NOT_CURRENT = CASH | NEXT_DAY | SELLER | DERIVATIVELY_PRICED | FORM_T | SOLD_LAST | STOPPED | EXTENDED_HOURS
            | OUT_OF_SEQUENCE | ACQUISITION | STOCK_OPTION | DISTRIBUTION | AVERAGE_PRICE | PRICE_VARIATION | PRIOR_REFERENCE
            | OFFICIAL_OPEN | OFFICIAL_CLOSE;

    private TickConditions() {
    }

    /** Bits of {@link TradeFlag}. */
    static int tradeFlags(final long conditions) {
        return ((conditions & AUCTION) != 0 ? TradeFlag.AUCTION : 0) | ((conditions & NOT_CURRENT) != 0 ? TradeFlag.NOT_CURRENT : 0);
    }
}
