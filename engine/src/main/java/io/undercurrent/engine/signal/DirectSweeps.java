package io.undercurrent.engine.signal;

import io.undercurrent.engine.row.Instrument;
import io.undercurrent.engine.row.SweepSink;
import io.undercurrent.signals.SignalSide;
import io.undercurrent.signals.Sweep;
import java.util.function.IntFunction;

/** Evaluates each sweep as soon as it is filled, on the thread of the books and without journalling its alerts: for dumps. */
public final class DirectSweeps implements SweepSink {
    private final Analysis analysis;
    private final SweepListener listener;
    private final MarketSweep sweep;
    private final AlertBatch alerts;
    private IntFunction<Instrument> instruments = slot -> {
        throw new IllegalStateException("no instruments yet");
    };

    /** @param capacity the most instruments that can close a row together */
    public DirectSweeps(final Analysis analysis, final int capacity, final SweepListener listener) {
        this.analysis = analysis;
        this.listener = listener;
        sweep = new MarketSweep(capacity);
        alerts = new AlertBatch(capacity * SignalSide.COUNT, 1);
    }

    /** Where to look up the instrument of a slot. */
    public void instruments(final IntFunction<Instrument> bySlot) {
        instruments = bySlot;
    }

    @Override
    public Sweep next() {
        return sweep.rows();
    }

    @Override
    public void filled(final Sweep rows) {
        for (int i = 0; i < rows.count(); i++) {
            sweep.instrument(i, instruments.apply(rows.slot(i)));
        }
        analysis.onSweep(sweep, alerts, listener);
        alerts.clear();
    }
}
