package io.undercurrent.feeds.sim;

/** Who carries out an episode. Called on the simulator's thread; acts through the {@link Desk}; sees what a participant could see. */
interface Agent {
    /** The episode starts. */
    void begin(Desk desk);

    /** Time to look again, as asked by {@link Desk#wakeAfter}. */
    void wake(Desk desk);

    /** The programme's side of the book was hit by others: {@code shares} at its best price of then. */
    default void hit(final Desk desk, final int price, final int shares) {
    }

    /** The episode is over. */
    default void end(final Desk desk) {
    }
}
