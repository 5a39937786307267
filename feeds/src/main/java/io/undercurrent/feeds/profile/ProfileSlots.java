package io.undercurrent.feeds.profile;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventSlots;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Lets a feed publish straight into a profile. One thread. */
public final class ProfileSlots implements EventSlots {
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
    private final MarketProfile market;

    public ProfileSlots(final MarketProfile market) {
        this.market = market;
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public void publish() {
        market.onEvent(slot, 0);
    }
}
