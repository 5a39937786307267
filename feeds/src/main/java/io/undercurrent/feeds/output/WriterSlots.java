package io.undercurrent.feeds.output;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventSlots;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Gives the events that a feed publishes straight to a writer. One thread. */
public final class WriterSlots implements EventSlots {
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
    private final EventWriter writer;

    public WriterSlots(final EventWriter writer) {
        this.writer = writer;
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public void publish() {
        writer.onEvent(slot, 0);
    }
}
