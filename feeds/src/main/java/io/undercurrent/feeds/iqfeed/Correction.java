package io.undercurrent.feeds.iqfeed;

import io.undercurrent.codec.TradeFlag;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.feeds.RecordDecoder;
import io.undercurrent.feeds.input.Fields;

/**
 * A trade correction, checked: {@code C,symbol,I or X,MM/DD/YYYY,HH:MM:SS.f,price,size,tick id,conditions,market center}. It takes a print
 * back (X), or adds one that was missing (I), which is then not of its moment. Reused; one thread.
 */
final class Correction {
    private static final int COLUMNS = 10;

    private final IqfeedClock clock;

    final IqfeedTrade trade;
    /** UTC, of the print. */
    long timeNs;

    Correction(final IqfeedClock clock, final long maxPrice) {
        this.clock = clock;
        trade = new IqfeedTrade(maxPrice);
    }

    /** Reads a line cut into fields; unless it returns {@link RecordDecoder#ACCEPTED} the fields mean nothing. */
    RejectReason read(final Fields fields) {
        if (fields.count() != COLUMNS && !(fields.count() == COLUMNS + 1 && fields.length(COLUMNS) == 0)) {
            return RejectReason.MALFORMED;
        }
        final byte kind = fields.single(2);
        if (kind != 'I' && kind != 'X') {
            return RejectReason.UNKNOWN_TYPE;
        }
        final long day = EasternTimes.usDay(fields.buffer(), fields.start(3), fields.length(3));
        timeNs = clock.timeNs(fields, 4, day);
        if (timeNs == IqfeedClock.NONE) {
            return RejectReason.BAD_TIME;
        }
        final RejectReason reason = trade.read(fields, 5, 6, 9, 8, -1, 7);
        trade.flags |= kind == 'X' ? TradeFlag.CANCELLED : TradeFlag.NOT_CURRENT;
        return reason;
    }
}
