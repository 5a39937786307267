package io.undercurrent.engine.ring;

import org.agrona.MutableDirectBuffer;

/** One slot of the ring: a fixed view of off-heap memory in which an event is encoded and read in place. */
final class EventSlot {
    private final MutableDirectBuffer buffer;

    EventSlot(final MutableDirectBuffer buffer) {
        this.buffer = buffer;
    }

    MutableDirectBuffer buffer() {
        return buffer;
    }
}
