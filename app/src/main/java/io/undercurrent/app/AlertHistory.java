package io.undercurrent.app;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.HeartbeatEncoder;
import io.undercurrent.codec.sbe.MessageHeaderEncoder;
import io.undercurrent.engine.Engine;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.engine.signal.Analysis;
import io.undercurrent.engine.signal.DirectSweeps;
import io.undercurrent.journal.JournalRun;
import io.undercurrent.journal.JournalRuns;
import io.undercurrent.journal.JournalTailer;
import io.undercurrent.signals.CpuBackend;
import io.undercurrent.signals.SignalBackend;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.agrona.concurrent.UnsafeBuffer;

/** Goes through the events that an alert rests on, as the engine did that raised it: from the start of its run to the alert's row. */
final class AlertHistory {
    private static final long MS_NS = 1_000_000;
    private static final int EVENTS_PER_POLL = 1_024;
    private static final int POLLS_PER_PROGRESS = 64;

    private final Path events;
    private final Alert alert;
    private final Progress progress;

    /** @param events the stream of events */
    AlertHistory(final Path events, final Alert alert, final Progress progress) {
        this.events = events;
        this.alert = alert;
        this.progress = progress;
    }

    /** @param settings those of the engine; the row's length is the alert's own */
    AlertExplanation explain(final Config settings) {
        final int rowMs = rowMs();
        final Config config = settings.with(Setting.ROWS_INTERVAL_MS, Integer.toString(rowMs));
        final AlertRules rules = AlertRules.of(config);
        final long first = firstSequence();
        try (AlertRow row = new AlertRow(alert, rules, first, rowMs);
                Analysis analysis = new Analysis(new CpuBackend(1, rowMs), 1, rowMs, rules)) {
            final DirectSweeps evaluated = new DirectSweeps(analysis, 1, row);
            final InstrumentSweeps sweeps = new InstrumentSweeps(
                    alert.instrumentId(), config.integer(Setting.SIGNALS_MAX_INSTRUMENTS), evaluated);
            final MarketState market = new MarketState(Engine.rowSettings(config), sweeps, BookListener.NONE);
            sweeps.instruments(market::instrument);
            evaluated.instruments(slot -> market.find(alert.instrumentId()).orElseThrow());
            read(market, first);
            return row.explanation().orElseThrow(() -> new CommandException("the events from " + first + " to " + alert.asOfSequence() + " in "
                    + events + " don't give the row of alert " + alert.sequence()
                    + "; it was written with other settings: give its --config, or use the version that wrote it"));
        }
    }

    private int rowMs() {
        final long rows = Math.min(alert.rowIndex() + 1, SignalBackend.FINE_ROWS);
        return Math.toIntExact((alert.windowEndNs() - alert.windowStartNs()) / Math.max(1, rows) / MS_NS);
    }

    /** Of the run that raised the alert: an engine begins with nothing. */
    private long firstSequence() {
        final List<JournalRun> runs = JournalRuns.list(events);
        final String rests = "alert " + alert.sequence() + " rests on events up to " + alert.asOfSequence() + ", and " + events;
        if (runs.isEmpty()) {
            throw new CommandException(rests + " holds none: restore them from a copy");
        }
        return runs.reversed().stream().mapToLong(JournalRun::firstSequence).filter(first -> first > 0 && first <= alert.asOfSequence())
                .findFirst().orElseThrow(() -> new CommandException(rests + " begins at " + runs.getFirst().firstSequence()
                        + ": they are pruned, so the alert can't be explained any more"));
    }

    private void read(final MarketState market, final long first) {
        final long last = alert.asOfSequence();
        try (JournalTailer tailer = JournalTailer.openAt(events, first)) {
            boolean more = true;
            for (long polls = 0; more && tailer.nextSequence() <= last; polls++) {
                more = tailer.pollEvents((buffer, offset, length) -> market.onEvent(buffer, offset),
                        (int) Math.min(last - tailer.nextSequence() + 1, EVENTS_PER_POLL)) > 0;
                if (polls % POLLS_PER_PROGRESS == 0) {
                    progress.show(String.format(Locale.ROOT, "reading events: %,d of %,d", tailer.nextSequence() - first, last - first + 1));
                }
            }
            if (tailer.nextSequence() <= last) {
                throw new CommandException("alert " + alert.sequence() + " rests on events up to " + last + ", and " + events + " ends at "
                        + (tailer.nextSequence() - 1) + ": restore it from a copy");
            }
        } finally {
            progress.clear();
        }
        closeRow(market);
    }

    /** The event that closed the row comes after those it rests on, and may never have reached the journal. Its time is enough. */
    private void closeRow(final MarketState market) {
        final UnsafeBuffer event = new UnsafeBuffer(new byte[Events.HEADER_LENGTH + HeartbeatEncoder.BLOCK_LENGTH]);
        new HeartbeatEncoder().wrapAndApplyHeader(event, 0, new MessageHeaderEncoder());
        Events.header(event, alert.asOfSequence() + 1, 0, alert.windowEndNs(), alert.windowEndNs(), 0, 0);
        market.onEvent(event, 0);
    }
}
