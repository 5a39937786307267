package io.undercurrent.engine.ring;

import org.agrona.DirectBuffer;

/** Sees every event of the ring, in order, on a thread of its own. Throwing stops the engine. */
public interface RingHandler {
    /** For messages to users: what stopped. */
    String name();

    /**
     * @param event the event, from offset 0; only until this returns
     * @param endOfBatch no further event is waiting now
     */
    void onEvent(DirectBuffer event, boolean endOfBatch);
}
