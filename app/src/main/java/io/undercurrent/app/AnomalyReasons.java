package io.undercurrent.app;

import io.undercurrent.codec.EventFlag;
import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.codec.sbe.RejectedDecoder;
import io.undercurrent.engine.book.BookOutcome;
import io.undercurrent.engine.row.MarketCounter;
import io.undercurrent.engine.row.MarketCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;

/**
 * Why the event that a market has just taken in did not fit: what the event itself says, and what the market counted for it. A summary
 * gives the counts under the same names, those of rejected input without {@code REJECTED_}. One thread.
 */
final class AnomalyReasons {
    private static final String WENT_BACK = "TIME_WENT_BACK";

    private final RejectedDecoder rejected = new RejectedDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final List<Watch> watches = new ArrayList<>();

    /** A count that rises with the events that have this reason. */
    private static final class Watch {
        private final String reason;
        private final LongSupplier count;
        private long seen;

        Watch(final String reason, final LongSupplier count) {
            this.reason = reason;
            this.count = count;
        }

        boolean rose() {
            final long before = seen;
            seen = count.getAsLong();
            return seen > before;
        }
    }

    AnomalyReasons(final MarketCounters counters) {
        for (final BookOutcome outcome : BookOutcome.values()) {
            if (outcome.isAnomaly()) {
                watches.add(new Watch(outcome.name(), () -> counters.get(outcome)));
            }
        }
        // only what an event is counted for when it comes, not what shows later
        for (final MarketCounter counter : List.of(MarketCounter.UNKNOWN_INSTRUMENT, MarketCounter.BAD_DEFINITION,
                MarketCounter.INSTRUMENT_REFUSED, MarketCounter.BAD_TIME, MarketCounter.BAD_PRINT, MarketCounter.LATE_PRINT)) {
            watches.add(new Watch(counter.name(), () -> counters.get(counter)));
        }
    }

    /** Of the event last given to the market; ask once for each. */
    List<String> of(final DirectBuffer buffer, final int offset) {
        final List<String> reasons = new ArrayList<>();
        if (Events.templateId(buffer, offset) == RejectedDecoder.TEMPLATE_ID) {
            reasons.add("REJECTED_" + rejected.wrapAndApplyHeader(buffer, offset, header).reason().name());
        }
        if ((Events.flags(buffer, offset) & EventFlag.BAD_TIME) != 0) {
            reasons.add(WENT_BACK);
        }
        for (final Watch watch : watches) {
            if (watch.rose()) {
                reasons.add(watch.reason);
            }
        }
        return reasons;
    }
}
