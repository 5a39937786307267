package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.TradeFlag;

/**
 * What the condition codes of a print say of it: pairs of hex digits, as IQFeed's table of trade conditions numbers them. Codes that say
 * nothing about price or book (regular, odd lot, sweep, automatic, …) give no flag.
 */
final class TradeConditions {
    /** What {@link #flags} returns for text that is no row of pairs. */
    static final int INVALID = -1;

    private static final int CODES = 256;
    /** Opening, reopening and closing prints and their late reports, crosses, auctions. */
    private static final int[] AUCTION = {0x0B, 0x1E, 0x1F, 0x25, 0x2E, 0x38, 0x39, 0x3F, 0x40, 0x42, 0x50, 0x70, 0x8A, 0x98};
    /**
     * Acquisition, cash, average price, distribution, next day, sold last, late and out of sequence, prior reference, seller, Form T, stopped,
     * volume weighted, contingent, derivatively priced, price variation, stock option, benchmark, corrections, official open and close.
     */
    private static final int[] NOT_CURRENT = {
        0x02, 0x03, 0x05, 0x06, 0x07, 0x08, 0x0A, 0x10, 0x11, 0x12, 0x13, 0x14, 0x17, 0x19, 0x1E, 0x2E, 0x2F, 0x30, 0x31, 0x33, 0x36, 0x39,
        0x3A, 0x3E, 0x43, 0x44, 0x46, 0x48, 0x65, 0x88, 0x89, 0x8F, 0x90, 0x93, 0x96, 0x99};
    private static final int[] CANCELLED = {0x1A, 0x1B, 0x1C, 0x1D, 0x2A, 0x94};
    private static final byte[] FLAGS = new byte[CODES];

    static {
        mark(AUCTION, TradeFlag.AUCTION);
        mark(NOT_CURRENT, TradeFlag.NOT_CURRENT);
        mark(CANCELLED, TradeFlag.CANCELLED);
    }

    private TradeConditions() {
    }

    private static void mark(final int[] codes, final int flag) {
        for (final int code : codes) {
            FLAGS[code] |= (byte) flag;
        }
    }

    /** Bits of {@link TradeFlag}. */
    static int flags(final byte[] text, final int start, final int length) {
        if (length % 2 != 0) {
            return INVALID;
        }
        int flags = 0;
        for (int i = start; i < start + length; i += 2) {
            final int high = Character.digit(text[i], 16);
            final int low = Character.digit(text[i + 1], 16);
            if (high < 0 || low < 0) {
                return INVALID;
            }
            flags |= FLAGS[high << 4 | low];
        }
        return flags;
    }
}
