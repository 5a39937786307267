package io.undercurrent.app;

import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.engine.signal.MarketSweep;
import io.undercurrent.engine.signal.SweepListener;
import io.undercurrent.signals.Composite;
import io.undercurrent.signals.Explanation;
import io.undercurrent.signals.ReferenceBackend;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.SignalSide;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Sees the rows of an alert's instrument go by, keeps those to draw, and explains the alert when its row comes. One thread. */
final class AlertRow implements SweepListener, AutoCloseable {
    private static final int DRAWN_MS = 600_000;
    private static final long MS_NS = 1_000_000;

    private final Alert alert;
    private final SignalSide side;
    private final AlertRules rules;
    private final long firstSequence;
    private final int rowMs;
    private final ReferenceBackend reference;
    private final Deque<WindowRow> rows = new ArrayDeque<>();
    private long aboveSinceNs;
    private Optional<AlertExplanation> explanation = Optional.empty();

    /** @param firstSequence of the events whose rows it sees */
    AlertRow(final Alert alert, final AlertRules rules, final long firstSequence, final int rowMs) {
        this.alert = alert;
        this.rules = rules;
        this.firstSequence = firstSequence;
        this.rowMs = rowMs;
        side = alert.side() == AlertSide.ACCUMULATION ? SignalSide.ACCUMULATION : SignalSide.DISTRIBUTION;
        reference = new ReferenceBackend(rowMs);
    }

    @Override
    public void onRow(
            final MarketSweep sweep, final int i, final long rowIndex, final SignalResults results, final Composite composite) {
        reference.append(sweep.rows());
        if (rowIndex == 0) {
            rows.clear();
        }
        rows.add(WindowRow.of(sweep.rows(), i, composite.netLogOdds(side)));
        if (rows.size() > Math.max(1, DRAWN_MS / rowMs)) {
            rows.remove();
        }
        final long closeNs = sweep.rows().closeNs();
        if (!(rules.judged(rowIndex, rowMs * MS_NS, composite.netLogOdds(side)) > rules.threshold())) {
            aboveSinceNs = 0;
        } else if (aboveSinceNs == 0) {
            aboveSinceNs = closeNs - rowMs * MS_NS;
        }
        if (closeNs == alert.windowEndNs() && sweep.rows().asOfSequence() == alert.asOfSequence() && rowIndex == alert.rowIndex()) {
            new RebuiltAlert(alert, side, sweep.rows(), i, sweep.instrument(i), composite).requireSame();
            explanation = Optional.of(explain(sweep, i, results, composite));
        }
    }

    private AlertExplanation explain(final MarketSweep sweep, final int i, final SignalResults results, final Composite composite) {
        final SignalSide opposite = side == SignalSide.ACCUMULATION ? SignalSide.DISTRIBUTION : SignalSide.ACCUMULATION;
        final SideEvidence own = SideEvidence.at(i, side, results, composite);
        final List<Explanation> signals = Arrays.stream(Signal.values()).map(signal -> reference.explain(0, side, signal)).toList();
        signals.forEach(signal -> RebuiltAlert.requireSameScore(alert, own.of(signal.signal()).score(), signal));
        return new AlertExplanation(alert, sweep.instrument(i), firstSequence, rowMs, rules, own,
                SideEvidence.at(i, opposite, results, composite), aboveSinceNs, signals, new ArrayList<>(rows));
    }

    /** Empty: the alert's row has not come. */
    Optional<AlertExplanation> explanation() {
        return explanation;
    }

    @Override
    public void close() {
        reference.close();
    }
}
