package io.undercurrent.feeds.output;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.InstrumentDefinitionDecoder;
import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.feed.Feed;
import java.nio.ByteOrder;
import java.util.Optional;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A feed without what a format can't say of it. */
final class ReducedFeed implements Feed {
    private static final int BLOCK = Events.HEADER_LENGTH;

    private final Feed feed;
    private final Sayable sayable;
    private final int capabilities;
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
    private final EventPublisher reduced = new EventPublisher(new Slots(), 1);
    private Optional<EventPublisher> out = Optional.empty();

    private final class Slots implements EventSlots {
        @Override
        public MutableDirectBuffer claim() {
            return slot;
        }

        @Override
        public void publish() {
            if (reduce()) {
                out.orElseThrow().copy(slot, 0, Events.length(slot, 0));
            }
        }
    }

    /** @param capabilities of the feed that reads the format */
    ReducedFeed(final Feed feed, final Sayable sayable, final int capabilities) {
        this.feed = feed;
        this.sayable = sayable;
        this.capabilities = capabilities;
    }

    /** Whether anything is left of the event in the slot. */
    private boolean reduce() {
        if (Events.templateId(slot, 0) == InstrumentDefinitionDecoder.TEMPLATE_ID) {
            slot.putShort(BLOCK + InstrumentDefinitionDecoder.capabilitiesEncodingOffset(), (short) capabilities, ByteOrder.LITTLE_ENDIAN);
        }
        if (Events.templateId(slot, 0) != TradeDecoder.TEMPLATE_ID) {
            return true;
        }
        final Optional<Print> print = sayable.print(Print.of(slot, 0));
        print.ifPresent(said -> slot.putByte(BLOCK + TradeDecoder.aggressorEncodingOffset(), (byte) said.aggressor().value()));
        return print.isPresent();
    }

    @Override
    public String name() {
        return feed.name();
    }

    @Override
    public int poll(final EventPublisher publisher, final int limit) {
        out = Optional.of(publisher);
        return feed.poll(reduced, limit);
    }

    @Override
    public long bytesRead() {
        return feed.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return feed.bytesTotal();
    }

    @Override
    public void close() {
        feed.close();
    }
}
