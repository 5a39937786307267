package io.undercurrent.codec;

/** The bits of the schema's {@code EventFlags}, for code that sets several at once. */
public final class EventFlag {
    public static final int LAST_IN_PACKET = 1;
    public static final int SNAPSHOT = 1 << 1;
    public static final int GAP_BEFORE = 1 << 2;
    public static final int BAD_TIME = 1 << 3;
    public static final int REPLAYED = 1 << 4;

    private EventFlag() {
    }
}
