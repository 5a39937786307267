package io.undercurrent.engine.feed;

import org.agrona.MutableDirectBuffer;

/** Where encoded events go: the ring, or a test's list. One thread. */
public interface EventSlots {
    /** Room for one event of at most {@code Events.MAX_LENGTH} bytes, from offset 0. Waits while there is none. */
    MutableDirectBuffer claim();

    /** Makes the event in the claimed slot visible. */
    void publish();
}
