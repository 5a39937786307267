package io.undercurrent.feeds.output;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a format could not say. One thread. */
public final class LeftOut {
    /** What was left out. */
    public enum What {
        OFF_EXCHANGE_PRINT,
        /** A print whose price is not of its moment. */
        NOT_CURRENT_PRINT,
        AUCTION_PRINT,
        /** A print that takes an earlier one back. */
        CANCELLED_PRINT,
        /** A print against an order of which nobody knows the side. */
        HIDDEN_PRINT,
        /** A print against a displayed order that does not say which. */
        PRINT_WITHOUT_ORDER,
        /** That a part of an order was executed and not cancelled, where no print tells it. */
        EXECUTION_WITHOUT_PRINT,
        /** A change of an order that was never added. */
        UNKNOWN_ORDER,
        TRADING_STATUS,
        QUOTE,
        GAP,
        REJECTED
    }

    private final Map<What, Long> counts = new EnumMap<>(What.class);

    public void add(final What what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** By name; only what was left out. */
    public Map<String, Long> counts() {
        final Map<String, Long> byName = new TreeMap<>();
        counts.forEach((what, count) -> byName.put(what.name(), count));
        return Collections.unmodifiableMap(byName);
    }
}
