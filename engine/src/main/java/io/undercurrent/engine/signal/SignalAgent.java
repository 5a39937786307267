package io.undercurrent.engine.signal;

import io.undercurrent.engine.ring.FailureLatch;
import io.undercurrent.journal.JournalAppender;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Gives filled sweeps to the backend as long as it takes them, and in their order journals the alerts that follow, each only once the events
 * journal holds the last event its row rests on. Waits for nothing in {@link #doWork}. A failure stops the engine.
 */
public final class SignalAgent implements Agent {
    /** Alerts go into excerpts of at most this size. */
    private static final int MAX_EXCERPT_ALERTS = 65_536 / AlertBatch.ALERT_BYTES;

    private final SweepQueue sweeps;
    private final Analysis analysis;
    private final AlertBatch alerts;
    private final JournalAppender appender;
    private final AtomicCounter journalled;
    private final AtomicCounter sweepCount;
    private final AtomicCounter rowCount;
    private final AtomicCounter alertCount;
    private final BackendStatus status;
    private final FailureLatch failures;

    /**
     * @param journalled sequence of the last event in the events journal, written by its handler
     * @param sweepCount counts sweeps, {@code rowCount} their rows, {@code alertCount} journalled alerts
     */
    public SignalAgent(
            final SweepQueue sweeps, final Analysis analysis, final AlertBatch alerts, final JournalAppender appender,
            final AtomicCounter journalled, final AtomicCounter sweepCount, final AtomicCounter rowCount, final AtomicCounter alertCount,
            final BackendStatus status, final FailureLatch failures) {
        this.sweeps = sweeps;
        this.analysis = analysis;
        this.alerts = alerts;
        this.appender = appender;
        this.journalled = journalled;
        this.sweepCount = sweepCount;
        this.rowCount = rowCount;
        this.alertCount = alertCount;
        this.status = status;
        this.failures = failures;
    }

    @Override
    public String roleName() {
        return "undercurrent-signals";
    }

    @Override
    public int doWork() {
        try {
            return work();
        } catch (final RuntimeException | Error cause) {
            failures.fail("signals and alerts", cause);
            throw new AgentTerminationException(cause);
        }
    }

    private int work() {
        int done = 0;
        MarketSweep next = sweeps.peekFilled();
        while (next != null && analysis.offer(next)) {
            sweeps.offered();
            done++;
            next = sweeps.peekFilled();
        }
        final MarketSweep oldest = sweeps.oldestOffered();
        if (oldest != null) {
            analysis.flush();
            done += finish(oldest);
        }
        return done;
    }

    private int finish(final MarketSweep sweep) {
        if (alerts.count() == 0 && !analysis.take(sweep, alerts, SweepListener.NONE)) {
            return 0;
        }
        if (alerts.count() > 0) {
            if (journalled.get() < sweep.rows().asOfSequence()) {
                return 0;
            }
            append();
        }
        sweepCount.incrementRelease();
        rowCount.setRelease(rowCount.get() + sweep.rows().count());
        status.write();
        sweeps.release();
        return 1;
    }

    private void append() {
        for (int done = 0; done < alerts.count(); ) {
            final int count = Math.min(alerts.count() - done, MAX_EXCERPT_ALERTS);
            appender.append(alerts.buffer(), done * AlertBatch.ALERT_BYTES, count * AlertBatch.ALERT_BYTES,
                    alerts.firstSequence() + done, count);
            done += count;
        }
        alertCount.setRelease(alertCount.get() + alerts.count());
        alerts.clear();
    }

    @Override
    public void onClose() {
        analysis.close();
    }
}
