package io.undercurrent.feeds.sim;

import java.util.List;

/** How the absorbing part of a programme stands in the book. */
public enum EpisodeStyle {
    /** Nothing absorbs. */
    NONE,
    /** One order that the exchange shows a part at a time. */
    NATIVE_ICEBERG,
    /** What was hit is shown again by a new order 20 to 120 ms later. */
    SYNTHETIC_REFILL,
    /** An order that is not displayed, behind whatever is. */
    NON_DISPLAYED;

    /** Those that get anything done: where a tick is all the spread there is, who is not displayed stands behind everybody. */
    static List<EpisodeStyle> possible(final SimulatedInstrument instrument) {
        return instrument.spreadTicks() > 1 ? List.of(NATIVE_ICEBERG, SYNTHETIC_REFILL, NON_DISPLAYED)
                : List.of(NATIVE_ICEBERG, SYNTHETIC_REFILL);
    }
}
