package io.undercurrent.bench.journal;

import io.undercurrent.bench.TemporaryFolder;
import io.undercurrent.journal.JournalAppender;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How long appends take at a fixed rate, open loop: each is timed from the moment at which it was due, so that one that waits makes those
 * behind it late as well. The calling thread spins between appends. What is appended is acknowledged by the setup's level.
 */
final class AppendTail {
    private static final int EVENTS_PER_EXCERPT = 16;
    private static final long WARM_UP_NS = 2_000_000_000L;
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final double NS_PER_SECOND = 1e9;
    private static final double NS_PER_US = 1e3;
    private static final double THOUSAND = 1_000;

    private final Histogram latencies = new Histogram(LONGEST_NS, 3);
    private final Histogram lags = new Histogram(LONGEST_NS, 3);
    private final EventBatch batch = new EventBatch(EVENTS_PER_EXCERPT);
    private final int ratePerSecond;
    private final int seconds;

    AppendTail(final int ratePerSecond, final int seconds) {
        this.ratePerSecond = ratePerSecond;
        this.seconds = seconds;
    }

    static String header() {
        return """
                | journal | excerpts/s | p50 | p90 | p99 | p99.9 | p99.99 | most | acknowledged after: p50 | p99 | most | faults per 1,000 | written |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|
                """;
    }

    String row(final Setup setup) {
        final SystemCounts counts;
        try (TemporaryFolder folder = TemporaryFolder.create();
                JournalAppender appender = JournalAppender.open(folder.path().resolve("events"), setup.options())) {
            counts = run(appender);
        }
        final double appends = latencies.getTotalCount();
        return String.format(Locale.ROOT, "| %s | %,d | %s | %s | %s | %s | %s | %s | %s | %s | %s | %.1f | %.2f |%n", setup.name(), ratePerSecond,
                us(latencies, 50), us(latencies, 90), us(latencies, 99), us(latencies, 99.9), us(latencies, 99.99), us(latencies, 100),
                us(lags, 50), us(lags, 99), us(lags, 100), THOUSAND * counts.faults() / appends,
                counts.writtenBytes() / (appends * batch.length()));
    }

    /** What was counted behind the warm-up. */
    private SystemCounts run(final JournalAppender appender) {
        final double intervalNs = NS_PER_SECOND / ratePerSecond;
        final long count = (long) (seconds * NS_PER_SECOND / intervalNs);
        final long startNs = System.nanoTime() + 1;
        long acknowledged = 0;
        SystemCounts before = SystemCounts.now();
        boolean warm = false;
        for (long i = 0; i < count; i++) {
            final long dueNs = startNs + (long) (i * intervalNs);
            while (System.nanoTime() - dueNs < 0) {
                Thread.onSpinWait();
            }
            final long sequence = appender.nextSequence();
            appender.append(batch.from(sequence), 0, batch.length(), sequence, EVENTS_PER_EXCERPT);
            final long nowNs = System.nanoTime();
            if (warm) {
                latencies.recordValue(Math.min(LONGEST_NS, nowNs - dueNs));
            }
            final long present = appender.acknowledgedSequence() / EVENTS_PER_EXCERPT;
            while (acknowledged < present) {
                if (warm) {
                    lags.recordValue(Math.min(LONGEST_NS, nowNs - startNs - (long) (acknowledged * intervalNs)));
                }
                acknowledged++;
            }
            if (!warm && nowNs - startNs > WARM_UP_NS) {
                warm = true;
                before = SystemCounts.now();
            }
        }
        return SystemCounts.now().since(before);
    }

    private static String us(final Histogram histogram, final double percentile) {
        final double us = histogram.getValueAtPercentile(percentile) / NS_PER_US;
        return String.format(Locale.ROOT, us < 100 ? "%.1f" : "%,.0f", us);
    }
}
