package io.undercurrent.engine.signal;

import io.undercurrent.codec.sbe.AlertEncoder;
import io.undercurrent.codec.sbe.AlertPhase;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.codec.sbe.SignalKind;
import io.undercurrent.engine.row.Instrument;
import io.undercurrent.signals.Composite;
import io.undercurrent.signals.FittedConstants;
import io.undercurrent.signals.RowLayout;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.SignalSide;
import io.undercurrent.signals.Sweep;

/**
 * From the rows of a sweep to its alerts: signals, composite, rules. A function of the sequence of sweeps and nothing else. One thread;
 * closes its backend.
 */
public final class Analysis implements AutoCloseable {
    private static final long MS_NS = 1_000_000L;
    private static final SignalSide[] SIDES = SignalSide.values();

    private final SignalBackend backend;
    private final SignalResults results;
    private final Composite composite;
    private final AlertRules rules;
    private final AlertState[] states;
    private final long[] rowIndexes;
    private final long rowNs;

    /**
     * With the constants of this version.
     *
     * @param capacity number of windows
     */
    public Analysis(final SignalBackend backend, final int capacity, final int rowMs, final AlertRules rules) {
        this(backend, capacity, rowMs, rules, new Composite(capacity, rowMs, FittedConstants.standard().calibration()));
    }

    /**
     * With another composite than the usual one: for fitting.
     *
     * @param capacity number of windows, also the composite's
     */
    public Analysis(
            final SignalBackend backend, final int capacity, final int rowMs, final AlertRules rules, final Composite composite) {
        this.backend = backend;
        this.rules = rules;
        this.composite = composite;
        rowNs = rowMs * MS_NS;
        results = new SignalResults(capacity);
        states = new AlertState[capacity * SIDES.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = new AlertState();
        }
        rowIndexes = new long[capacity];
    }

    /**
     * Begins to evaluate the sweep, which must stay as it is until {@link #take} has returned true for it.
     *
     * @return false: not now, the backend has no room
     */
    boolean offer(final MarketSweep sweep) {
        return backend.offer(sweep.rows());
    }

    /** Nothing more is offered at the moment. */
    void flush() {
        backend.flush();
    }

    /** Does a little of what the backend put off; whether there was any. */
    boolean doIdleWork() {
        return backend.doIdleWork();
    }

    /**
     * Adds to {@code alerts} what a sweep raises and clears, if it is evaluated.
     *
     * @param sweep the oldest that was offered and not taken
     */
    boolean take(final MarketSweep sweep, final AlertBatch alerts, final SweepListener listener) {
        if (!backend.poll(results)) {
            return false;
        }
        apply(sweep, alerts, listener);
        return true;
    }

    /** Evaluates the sweep and adds what it raises and clears to {@code alerts}. */
    void onSweep(final MarketSweep sweep, final AlertBatch alerts, final SweepListener listener) {
        backend.evaluate(sweep.rows(), results);
        apply(sweep, alerts, listener);
    }

    private void apply(final MarketSweep sweep, final AlertBatch alerts, final SweepListener listener) {
        final Sweep rows = sweep.rows();
        for (int i = 0; i < rows.count(); i++) {
            final int slot = rows.slot(i);
            if (rows.restart(i)) {
                rowIndexes[slot] = 0;
                for (final SignalSide side : SIDES) {
                    state(slot, side).restart();
                }
            }
            composite.update(rows, results, i);
            listener.onRow(sweep, i, rowIndexes[slot], results, composite);
            for (final SignalSide side : SIDES) {
                final float net = rules.judged(rowIndexes[slot], rowNs, composite.netLogOdds(side));
                final AlertState.Change change = state(slot, side).onRow(rules, rows.closeNs(), rowNs, net);
                if (change != AlertState.Change.NONE) {
                    encode(alerts, sweep, i, side, change);
                }
            }
            rowIndexes[slot]++;
        }
    }

    private AlertState state(final int slot, final SignalSide side) {
        return states[slot * SIDES.length + side.ordinal()];
    }

    private void encode(
            final AlertBatch alerts, final MarketSweep sweep, final int i, final SignalSide side, final AlertState.Change change) {
        final Sweep rows = sweep.rows();
        final Instrument instrument = sweep.instrument(i);
        final long rowIndex = rowIndexes[rows.slot(i)];
        final long windowRows = Math.min(rowIndex + 1, SignalBackend.FINE_ROWS);
        final float net = composite.netLogOdds(side);
        final AlertEncoder alert = alerts.next(instrument.id(), rows.closeNs());
        alert.asOfSequence(rows.asOfSequence()).windowStartNs(rows.closeNs() - windowRows * rowNs).windowEndNs(rows.closeNs())
                .rowIndex(rowIndex)
                .bestBid(rows.value(i, RowLayout.BID_PRICE) * instrument.priceIncrement())
                .bestAsk(rows.value(i, RowLayout.ASK_PRICE) * instrument.priceIncrement())
                .symbol(instrument.symbol())
                .absorption(composite.smoothed(side, Signal.ABSORPTION)).creep(composite.smoothed(side, Signal.CREEP))
                .darkPool(composite.smoothed(side, Signal.DARK_POOL)).sinkhole(composite.smoothed(side, Signal.SINKHOLE))
                .contraction(composite.smoothed(side, Signal.CONTRACTION))
                .composite(composite.composite(side)).netLogOdds(net).coverage(composite.coverage())
                .side(side == SignalSide.ACCUMULATION ? AlertSide.ACCUMULATION : AlertSide.DISTRIBUTION)
                .phase(change == AlertState.Change.RAISED ? AlertPhase.RAISED : AlertPhase.CLEARED)
                .severity(rules.severity(net, composite.coverage())).leading(SignalKind.get((short) composite.leading(side).ordinal()));
    }

    @Override
    public void close() {
        backend.close();
    }
}
