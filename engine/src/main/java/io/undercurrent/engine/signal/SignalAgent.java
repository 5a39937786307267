package io.undercurrent.engine.signal;

import io.undercurrent.engine.journal.StreamWriter;
import io.undercurrent.engine.ring.FailureLatch;
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
    private final StreamWriter writer;
    private final StreamWriter events;
    private final AtomicCounter acknowledged;
    private final AtomicCounter sweepCount;
    private final AtomicCounter rowCount;
    private final AtomicCounter alertCount;
    private final BackendStatus status;
    private final FailureLatch failures;
    /** Of the alerts at hand. */
    private int appended;

    /**
     * @param writer of the alerts
     * @param events whose acknowledged sequence alerts wait for
     * @param acknowledged shows that sequence
     * @param sweepCount counts sweeps, {@code rowCount} their rows, {@code alertCount} journalled alerts
     */
    public SignalAgent(
            final SweepQueue sweeps, final Analysis analysis, final AlertBatch alerts, final StreamWriter writer,
            final StreamWriter events, final AtomicCounter acknowledged, final AtomicCounter sweepCount, final AtomicCounter rowCount,
            final AtomicCounter alertCount, final BackendStatus status, final FailureLatch failures) {
        this.sweeps = sweeps;
        this.analysis = analysis;
        this.alerts = alerts;
        this.writer = writer;
        this.events = events;
        this.acknowledged = acknowledged;
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
        acknowledged.setRelease(events.acknowledgedSequence());
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
        } else if (analysis.doIdleWork()) {
            done++;
        }
        return done;
    }

    private int finish(final MarketSweep sweep) {
        if (alerts.count() == 0 && !analysis.take(sweep, alerts, SweepListener.NONE)) {
            return 0;
        }
        if (alerts.count() > 0 && !(isAcknowledged(sweep) && append())) {
            return 0;
        }
        sweepCount.incrementRelease();
        rowCount.setRelease(rowCount.get() + sweep.rows().count());
        status.write();
        sweeps.release();
        return 1;
    }

    private boolean isAcknowledged(final MarketSweep sweep) {
        if (events.acknowledgedSequence() >= sweep.rows().asOfSequence()) {
            return true;
        }
        events.requireSound();
        return false;
    }

    /** Whether all are; if not, there is no room for the rest at present. */
    private boolean append() {
        while (appended < alerts.count()) {
            final int count = Math.min(alerts.count() - appended, MAX_EXCERPT_ALERTS);
            if (!writer.append(alerts.buffer(), appended * AlertBatch.ALERT_BYTES, count * AlertBatch.ALERT_BYTES,
                    alerts.firstSequence() + appended, count)) {
                return false;
            }
            appended += count;
        }
        alertCount.setRelease(alertCount.get() + appended);
        alerts.clear();
        appended = 0;
        return true;
    }

    @Override
    public void onClose() {
        analysis.close();
        status.write();
    }
}
