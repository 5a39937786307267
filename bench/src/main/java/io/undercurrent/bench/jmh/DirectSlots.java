package io.undercurrent.bench.jmh;

import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.ring.RingHandler;
import org.agrona.MutableDirectBuffer;

/** Calls the handler on the publisher's thread. */
final class DirectSlots implements EventSlots {
    private final FixedSlot slot = new FixedSlot();
    private final RingHandler handler;

    DirectSlots(final RingHandler handler) {
        this.handler = handler;
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot.claim();
    }

    @Override
    public void publish() {
        handler.onEvent(slot.buffer(), true);
    }
}
