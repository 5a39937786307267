package io.undercurrent.engine.row;

import io.undercurrent.engine.book.BookOutcome;

/** Counts of one {@link MarketState}. Read them on its thread. */
public final class MarketCounters {
    private final long[] counts = new long[MarketCounter.values().length];
    private final long[] outcomes = new long[BookOutcome.values().length];

    MarketCounters() {
    }

    void add(final MarketCounter counter) {
        counts[counter.ordinal()]++;
    }

    void add(final BookOutcome outcome) {
        outcomes[outcome.ordinal()]++;
    }

    public long get(final MarketCounter counter) {
        return counts[counter.ordinal()];
    }

    /** Book events that ended so. */
    public long get(final BookOutcome outcome) {
        return outcomes[outcome.ordinal()];
    }
}
