package io.undercurrent.feeds;

import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;

/** How all feeds publish bad input: at the time of the last good record (0 before the first), since its own can't be trusted. */
public final class Rejects {
    private Rejects() {
    }

    /** @param instrumentId 0: not known */
    public static void publish(
            final EventPublisher out, final int instrumentId, final RejectReason reason, final long sourcePosition, final byte[] raw,
            final int offset, final int length) {
        final long timeNs = Math.max(0, out.latestTimeNs());
        out.at(timeNs, timeNs, 0, 0);
        out.rejected(instrumentId, reason, sourcePosition, raw, offset, length);
    }
}
