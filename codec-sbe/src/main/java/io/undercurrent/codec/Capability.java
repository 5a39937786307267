package io.undercurrent.codec;

/** The bits of the schema's {@code Capabilities}: what a feed can show of an instrument. */
public final class Capability {
    public static final int OFF_EXCHANGE = 1;
    public static final int DEPTH = 1 << 1;
    public static final int OWN_VENUE_TRADES = 1 << 2;
    public static final int EXECUTIONS = 1 << 3;

    private Capability() {
    }
}
