package io.undercurrent.bench.market;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventSlots;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Encoded events back to back in one off-heap block, so that a benchmark pays for reading them but not for making them. Its first events,
 * up to {@link #mark}, prepare what is measured. One thread writes; then any may read.
 */
public final class EventTape implements EventSlots {
    private final UnsafeBuffer memory;
    private final UnsafeBuffer slot = new UnsafeBuffer();
    private int end;
    private int count;
    private int marked;
    private int markedCount;

    /** @param bytes room for the events and one slot more */
    public EventTape(final int bytes) {
        memory = new UnsafeBuffer(ByteBuffer.allocateDirect(bytes));
    }

    @Override
    public MutableDirectBuffer claim() {
        slot.wrap(memory, end, Events.MAX_LENGTH);
        return slot;
    }

    @Override
    public void publish() {
        end += Events.length(memory, end);
        count++;
    }

    /** What is on the tape now is preparation. */
    public void mark() {
        marked = end;
        markedCount = count;
    }

    /** Events after the mark. */
    public int count() {
        return count - markedCount;
    }

    public DirectBuffer buffer() {
        return memory;
    }

    /** Offset behind the preparation. */
    public int marked() {
        return marked;
    }

    /** Offset behind the last event. */
    public int end() {
        return end;
    }
}
