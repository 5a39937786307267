package io.undercurrent.feeds.plant;

/** How one kind of programme acts, through a {@link Desk}. Described as for accumulation; a desk for distribution is its mirror. One thread. */
interface Programme {
    /**
     * Looks at the market and acts.
     *
     * @return milliseconds until it looks again
     */
    double act(Desk desk);

    /** Others have traded with its order; what is left of it still stands. */
    default void filled(final Desk desk, final OwnOrder order, final long units) {
        // most look again soon enough
    }

    /** The recording has shown another best quote, where that is all there is. */
    default void requoted(final Desk desk) {
        // only those that quote there
    }
}
