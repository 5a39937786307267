package io.undercurrent.app;

import io.undercurrent.engine.row.Instrument;
import io.undercurrent.engine.row.SweepSink;
import io.undercurrent.signals.RowLayout;
import io.undercurrent.signals.Sweep;
import java.util.function.IntFunction;

/** Passes the rows of one instrument on, as sweeps with a single row in slot 0. One thread. */
final class InstrumentSweeps implements SweepSink {
    private final int instrumentId;
    private final SweepSink target;
    private final Sweep all;
    private IntFunction<Instrument> instruments = slot -> {
        throw new IllegalStateException("no instruments yet");
    };

    /** @param capacity the most instruments that can close a row together */
    InstrumentSweeps(final int instrumentId, final int capacity, final SweepSink target) {
        this.instrumentId = instrumentId;
        this.target = target;
        all = new Sweep(capacity);
    }

    /** Where to look up the instrument of a slot. */
    void instruments(final IntFunction<Instrument> bySlot) {
        instruments = bySlot;
    }

    @Override
    public Sweep next() {
        return all;
    }

    @Override
    public void filled(final Sweep sweep) {
        for (int i = 0; i < sweep.count(); i++) {
            if (instruments.apply(sweep.slot(i)).id() == instrumentId) {
                final Sweep one = target.next();
                one.begin(sweep.closeNs(), sweep.asOfSequence());
                one.rows().putBytes(one.add(0, sweep.restart(i)), sweep.rows(), i * RowLayout.ROW_BYTES, RowLayout.ROW_BYTES);
                target.filled(one);
            }
        }
    }
}
