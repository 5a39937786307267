package io.undercurrent.app;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.RejectReason;
import io.undercurrent.engine.Engine;
import io.undercurrent.engine.FeedRunner;
import io.undercurrent.engine.JournalFolder;
import io.undercurrent.engine.book.BookOutcome;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.engine.row.MarketCounter;
import io.undercurrent.engine.row.MarketCounters;
import io.undercurrent.journal.JournalTailer;
import io.undercurrent.journal.RecoveryReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs a feed through an engine to its end, or until the process is asked to stop: then what was taken in is journalled and evaluated, and
 * everything closed in order.
 */
final class EngineRun {
    /** The rest is not remarkable, or said elsewhere. */
    private static final Set<MarketCounter> NOTABLE = EnumSet.of(
            MarketCounter.SATURATED, MarketCounter.UNKNOWN_INSTRUMENT, MarketCounter.BAD_DEFINITION, MarketCounter.INSTRUMENT_REFUSED,
            MarketCounter.BAD_TIME, MarketCounter.BAD_PRINT, MarketCounter.LATE_PRINT, MarketCounter.CANCELLED_PRINT,
            MarketCounter.REPEATED_PRINT, MarketCounter.CROSSED, MarketCounter.CROSSED_LONG, MarketCounter.ABSORPTION_OVERFLOW,
            MarketCounter.QUIET_JUMPS);
    private static final double SECOND_NS = 1e9;
    private static final long MEGABYTE = 1_000_000;

    private final Console console;
    private final Config config;
    private final Path folder;

    /** @param config its {@code journal.dir} is where the journals go */
    EngineRun(final Console console, final Config config) {
        this.console = console;
        this.config = config;
        folder = config.path(Setting.JOURNAL_DIR);
    }

    /** Checks something against the engine before the first event, such as whether the numbers of the events fit. */
    @FunctionalInterface
    interface Check {
        /** Of nothing. */
        Check NONE = nextSequence -> { };

        /** Throws if it does not fit. */
        void of(long nextSequence);
    }

    /** Takes in the feed, which stays open. */
    RunSummary run(final Feed feed, final Pace pace, final Check check) {
        final long startNs = System.nanoTime();
        final Progress progress = new Progress(console);
        final Engine engine = Engine.open(config, pace, (run, bytesRead, bytesTotal) -> progress.show(String.format(
                Locale.ROOT, "recovering %s, %,d of at most %,d MB", run, bytesRead / MEGABYTE, bytesTotal / MEGABYTE)));
        progress.clear();
        final RunSummary summary;
        try (engine) {
            engine.recovered().forEach(report -> console.err().println("notice: " + notice(report)));
            check.of(engine.publisher().lastSequence() + 1);
            final FeedRunner runner = new FeedRunner(engine, feed, pace, progress.wanted()
                    ? source -> progress.show(progressLine(engine, source, startNs)) : FeedRunner.Progress.NONE);
            console.stops().onRequest(runner::stop);
            try {
                runner.run();
            } finally {
                progress.clear();
            }
            summary = summary(engine, feed, (System.nanoTime() - startNs) / SECOND_NS);
        }
        if (!engine.backendProblem().equals(summary.backend().problem())) {
            console.err().println("undercurrent: the GPU did not take everything back at the end: " + engine.backendProblem());
        }
        return summary;
    }

    private static String notice(final RecoveryReport report) {
        final List<String> parts = new ArrayList<>();
        if (!report.run().isEmpty()) {
            parts.add(report.run() + " was recovered up to sequence " + report.lastSequence());
        }
        if (report.missing() > 0) {
            parts.add(report.missing() + " events behind it are lost, and a gap event says so");
        }
        report.setAside().forEach(path -> parts.add("what could not be read is kept in " + path));
        return String.join("; ", parts);
    }

    private static String progressLine(final Engine engine, final Feed feed, final long startNs) {
        final long events = engine.publisher().published();
        final double seconds = (System.nanoTime() - startNs) / SECOND_NS;
        final String share = feed.bytesTotal() > 0
                ? String.format(Locale.ROOT, "%3.0f %%, ", Math.min(100.0, 100.0 * feed.bytesRead() / feed.bytesTotal())) : "";
        return String.format(Locale.ROOT, "%s %s%,d events, %,.0f a second, %,d rejected, %,d alerts", feed.name(), share, events,
                events / seconds, engine.publisher().rejects(), engine.counter(EngineCounter.ALERTS));
    }

    private RunSummary summary(final Engine engine, final Feed feed, final double seconds) {
        final EventPublisher publisher = engine.publisher();
        final MarketCounters market = engine.market().counters();
        final Map<String, Long> rejects = new TreeMap<>();
        for (final RejectReason reason : RejectReason.values()) {
            put(rejects, reason, publisher.rejects(reason));
        }
        final Map<String, Long> anomalies = new TreeMap<>();
        for (final BookOutcome outcome : BookOutcome.values()) {
            put(anomalies, outcome, outcome.isAnomaly() ? market.get(outcome) : 0);
        }
        final Map<String, Long> notable = new TreeMap<>();
        for (final MarketCounter counter : NOTABLE) {
            put(notable, counter, market.get(counter));
        }
        final List<Alert> alerts = Alert.read(JournalFolder.alerts(folder), Journals.newestRunStart(JournalFolder.alerts(folder)));
        final long raised = alerts.stream().filter(Alert::isRaised).count();
        final RunBackend backend = new RunBackend(engine.backendName(), engine.backendReason(), engine.backendProblem());
        return new RunSummary(feed.name(), folder, backend, publisher.published(), rejects, anomalies, notable, feed.passedOver(),
                publisher.badTimes(), publisher.gaps(), engine.market().instruments(), market.get(MarketCounter.ROWS), raised,
                alerts.size() - raised, firstTimeNs(), Math.max(0, publisher.latestTimeNs()), seconds, console.stops().requested());
    }

    private static void put(final Map<String, Long> counts, final Enum<?> name, final long count) {
        if (count > 0) {
            counts.put(name.name(), count);
        }
    }

    /** The publisher does not keep it, and the journal has it. */
    private long firstTimeNs() {
        final Path stream = JournalFolder.events(folder);
        final long[] found = new long[1];
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            tailer.seek(Journals.newestRunStart(stream));
            while (found[0] == 0 && tailer.poll((buffer, offset, length) -> {
                if (found[0] == 0) {
                    found[0] = Math.max(0, Events.exchangeTimeNs(buffer, offset));
                }
            }, 1) > 0) {
                // until one event has a time
            }
        }
        return found[0];
    }
}
