package io.undercurrent.codec;

/** The bits of the schema's {@code TradeFlags}. */
public final class TradeFlag {
    public static final int OFF_EXCHANGE = 1;
    public static final int HIDDEN = 1 << 1;
    public static final int AUCTION = 1 << 2;
    public static final int NOT_CURRENT = 1 << 3;
    public static final int CANCELLED = 1 << 4;

    private TradeFlag() {
    }
}
