package io.undercurrent.feeds.itch;

import io.undercurrent.codec.sbe.TradingState;

/** What is known of a stock on the day now at. One thread. */
final class ItchStock {
    /** Packed; 0: not yet named. */
    long symbol;
    /** Whether its messages are asked for. */
    boolean wanted;
    /** 0: not yet defined today. */
    int instrumentId;
    /** {@code NULL_VAL}: not yet told today. */
    TradingState state = TradingState.NULL_VAL;
    /** Packed. */
    long reason;
}
