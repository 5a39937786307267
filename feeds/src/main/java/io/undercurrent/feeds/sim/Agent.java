package io.undercurrent.feeds.sim;

/** Who carries out an episode, or a part of it. Called on the simulator's thread; acts through the {@link Desk}; sees what a participant could see. */
interface Agent {
    /** The episode starts. */
    void begin(Desk desk);

    /** Time to look again, as asked by {@link Desk#wakeAfter}. */
    default void wake(final Desk desk) {
    }

    /** A side of the book was hit by others, who found {@code price} as its best. */
    default void hit(final Desk desk, final int side, final int price) {
    }

    /** The episode is over. */
    default void end(final Desk desk) {
    }
}
