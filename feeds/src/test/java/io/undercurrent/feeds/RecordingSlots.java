package io.undercurrent.feeds;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.feed.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Takes what a feed publishes and hands each event to a test. The slot is dirtied first: an event must not depend on what was there. */
public final class RecordingSlots implements EventSlots {
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
    private final Consumer<DirectBuffer> onEvent;

    public RecordingSlots(final Consumer<DirectBuffer> onEvent) {
        this.onEvent = onEvent;
    }

    @Override
    public MutableDirectBuffer claim() {
        slot.setMemory(0, Events.MAX_LENGTH, (byte) 0xEE);
        return slot;
    }

    @Override
    public void publish() {
        if (Events.schemaId(slot, 0) != MessageHeaderDecoder.SCHEMA_ID || Events.length(slot, 0) > Events.MAX_LENGTH) {
            throw new AssertionError("not an event");
        }
        onEvent.accept(slot);
    }

    /** All that the feed publishes, a line of text each, as {@link EventText} writes them. Closes the feed. */
    public static List<String> texts(final Feed feed) {
        final List<String> texts = new ArrayList<>();
        run(feed, event -> texts.add(EventText.of(event)));
        return texts;
    }

    /** Runs the feed to its end and closes it; returns its publisher for the counts. */
    public static EventPublisher run(final Feed feed, final Consumer<DirectBuffer> onEvent) {
        return run(feed, 97, onEvent);
    }

    public static EventPublisher run(final Feed feed, final int limit, final Consumer<DirectBuffer> onEvent) {
        final EventPublisher out = new EventPublisher(new RecordingSlots(onEvent), 1);
        try (feed) {
            int taken = feed.poll(out, limit);
            while (taken != Feed.DONE) {
                if (taken < 1 || taken > limit) {
                    throw new AssertionError("a recorded feed took " + taken + " of " + limit + " records");
                }
                taken = feed.poll(out, limit);
            }
        }
        return out;
    }
}
