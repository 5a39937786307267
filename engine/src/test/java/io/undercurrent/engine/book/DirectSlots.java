package io.undercurrent.engine.book;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventSlots;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A single slot whose event goes to a consumer as soon as it is published: a ring for tests. */
public final class DirectSlots implements EventSlots {
    /** Where the event goes. */
    @FunctionalInterface
    public interface Consumer {
        void onEvent(DirectBuffer buffer, int offset);
    }

    // not at the start of the buffer, so that a reader that forgets its offset fails
    private static final int OFFSET = 64;

    private final UnsafeBuffer whole = new UnsafeBuffer(ByteBuffer.allocateDirect(OFFSET + Events.MAX_LENGTH));
    private final UnsafeBuffer slot = new UnsafeBuffer(whole, OFFSET, Events.MAX_LENGTH);
    private final Consumer consumer;

    public DirectSlots(final Consumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public void publish() {
        consumer.onEvent(whole, OFFSET);
    }
}
