package io.undercurrent.engine.booking;

import io.undercurrent.engine.book.BookOutcome;
import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.row.MarketCounter;
import io.undercurrent.engine.row.MarketCounters;

/** Copies what books and rows count into the counters file. The thread that keeps the books. */
final class MarketCounterWriter {
    private static final BookOutcome[] OUTCOMES = BookOutcome.values();

    private final MarketCounters market;
    private final CountersFile counters;

    MarketCounterWriter(final MarketCounters market, final CountersFile counters) {
        this.market = market;
        this.counters = counters;
    }

    void write() {
        long anomalies = 0;
        for (final BookOutcome outcome : OUTCOMES) {
            anomalies += outcome.isAnomaly() ? market.get(outcome) : 0;
        }
        counters.counter(EngineCounter.BOOK_ANOMALIES).setRelease(anomalies);
        copy(MarketCounter.UNKNOWN_INSTRUMENT, EngineCounter.UNKNOWN_INSTRUMENTS);
        copy(MarketCounter.SATURATED, EngineCounter.SATURATIONS);
        copy(MarketCounter.CROSSED, EngineCounter.CROSSED);
        copy(MarketCounter.CROSSED_LONG, EngineCounter.CROSSED_LONG);
        copy(MarketCounter.ABSORPTION_OVERFLOW, EngineCounter.ABSORPTION_OVERFLOWS);
        copy(MarketCounter.RESTARTS, EngineCounter.WINDOW_RESTARTS);
        copy(MarketCounter.INSTRUMENT_REFUSED, EngineCounter.INSTRUMENTS_WITHOUT_WINDOW);
    }

    private void copy(final MarketCounter from, final EngineCounter to) {
        counters.counter(to).setRelease(market.get(from));
    }
}
