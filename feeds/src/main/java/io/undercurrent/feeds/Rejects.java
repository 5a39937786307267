package io.undercurrent.feeds;

import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.feeds.input.RecordReader;

/** How all feeds publish bad input: at the time of the last good record (0 before the first), since its own can't be trusted. */
public final class Rejects {
    private Rejects() {
    }

    /** Why what a reader found is no record. */
    static RejectReason reason(final RecordReader.Found found) {
        return switch (found) {
            case TOO_LONG -> RejectReason.TOO_LONG;
            case TRUNCATED -> RejectReason.TRUNCATED;
            case UNFRAMED, CORRUPT -> RejectReason.MALFORMED;
            case SOURCE, RECORD, END -> throw new IllegalArgumentException(found + " is no damage");
        };
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
