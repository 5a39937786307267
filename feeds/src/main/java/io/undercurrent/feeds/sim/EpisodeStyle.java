package io.undercurrent.feeds.sim;

/** How the absorbing part of a programme stands in the book. */
public enum EpisodeStyle {
    /** Nothing absorbs. */
    NONE,
    /** One order that the exchange shows a part at a time. */
    NATIVE_ICEBERG,
    /** What was hit is shown again by a new order 20 to 120 ms later. */
    SYNTHETIC_REFILL,
    /** An order that is not displayed, behind whatever is. */
    NON_DISPLAYED
}
