package io.undercurrent.engine.row;

import io.undercurrent.codec.Capability;
import io.undercurrent.codec.sbe.OrderExecuteDecoder;
import io.undercurrent.codec.sbe.Side;
import io.undercurrent.engine.book.BookDelta;
import io.undercurrent.engine.book.BookView;
import io.undercurrent.signals.RowColumn;
import java.util.Arrays;

/**
 * What became of size that leaves the visible levels: cancelled, or executed at a price that had stood behind a better one. Where the feed
 * tells executions, it is asked. Elsewhere a decrease is put down to prints at its price that explain no earlier decrease, until a second
 * has passed without a print there, and the rest is cancelled; a feed whose prints are not of the book's own venues explains nothing, so
 * nothing is counted.
 * An entry that changes only its size at the same price cancels the difference; one that moves cancels what it was.
 */
final class Removals {
    static final long EXPLAINS_NS = 1_000_000_000L;
    static final int CAPACITY = 32;

    private final Instrument instrument;
    private final RowSums sums;
    private final MarketCounters counters;
    private final boolean told;
    private final boolean counted;
    // prints not yet accounted for, one entry per price; when there is no room the oldest goes
    private final long[] price = new long[CAPACITY];
    private final long[] size = new long[CAPACITY];
    private final long[] timeNs = new long[CAPACITY];
    private boolean any;
    private long lastNs;

    Removals(final Instrument instrument, final RowSums sums, final MarketCounters counters) {
        this.instrument = instrument;
        this.sums = sums;
        this.counters = counters;
        told = instrument.can(Capability.EXECUTIONS);
        counted = instrument.can(Capability.DEPTH) && (told || instrument.can(Capability.OWN_VENUE_TRADES));
    }

    /** A lit print against a displayed order. */
    void print(final long atPrice, final long printed, final long nowNs) {
        if (!counted || told) {
            return;
        }
        any = true;
        lastNs = nowNs;
        int free = 0;
        for (int i = 0; i < CAPACITY; i++) {
            if (price[i] == atPrice) {
                size[i] = explains(i, nowNs) ? RowSums.saturatedSum(size[i], printed) : printed;
                timeNs[i] = nowNs;
                return;
            }
            if (timeNs[i] < timeNs[free]) {
                free = i;
            }
        }
        if (explains(free, nowNs)) {
            counters.add(MarketCounter.PRINT_FORGOTTEN);
        }
        price[free] = atPrice;
        size[free] = printed;
        timeNs[free] = nowNs;
    }

    private boolean explains(final int i, final long nowNs) {
        return size[i] > 0 && nowNs - timeNs[i] <= EXPLAINS_NS;
    }

    /** A book event of this type was applied to a valid book. */
    void removed(final int templateId, final BookDelta delta, final long nowNs) {
        final long removed = delta.removedSize();
        if (!counted || removed == 0 || delta.removedLevel() >= BookView.VISIBLE_LEVELS) {
            return;
        }
        final long executed = told ? (templateId == OrderExecuteDecoder.TEMPLATE_ID ? removed : 0)
                : explained(delta.removedPrice(), removed, nowNs);
        final boolean bid = delta.removedSide() == Side.BID;
        if (executed > 0 && delta.removedDeep()) {
            sums.add(bid ? RowColumn.BID_EXECUTED_DEEP : RowColumn.ASK_EXECUTED_DEEP, instrument.units(executed));
        }
        if (executed < removed) {
            sums.add(bid ? RowColumn.BID_CANCELLED10 : RowColumn.ASK_CANCELLED10, instrument.units(removed - executed));
        }
    }

    private long explained(final long atPrice, final long removed, final long nowNs) {
        if (!any || nowNs - lastNs > EXPLAINS_NS) {
            any = false;
            return 0;
        }
        long left = removed;
        for (int i = 0; i < CAPACITY && left > 0; i++) {
            if (price[i] == atPrice && explains(i, nowNs)) {
                final long taken = Math.min(left, size[i]);
                size[i] -= taken;
                left -= taken;
            }
        }
        return removed - left;
    }

    void restart() {
        Arrays.fill(size, 0);
        any = false;
    }
}
