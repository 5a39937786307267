package io.undercurrent.bench.jmh;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventSlots;
import java.nio.ByteBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** One off-heap slot, used again for each event. One thread. */
final class FixedSlot implements EventSlots {
    private final UnsafeBuffer slot = new UnsafeBuffer(ByteBuffer.allocateDirect(Events.MAX_LENGTH));

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public void publish() {
        // the reader looks at the slot itself
    }

    UnsafeBuffer buffer() {
        return slot;
    }
}
