package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.signal.MarketSweep;
import io.undercurrent.engine.signal.SweepListener;
import io.undercurrent.signals.Composite;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.SignalSide;
import java.util.Locale;
import java.util.Optional;

/**
 * Every evaluated row as two lines of CSV, one a side: the row's own scores, then the composite, which speaks of their averages, and the
 * coverage. Numbers are written so that they read back as the same floats; not available is empty. One thread.
 */
final class SignalLines implements SweepListener {
    private static final Signal[] SIGNALS = Signal.values();
    private static final SignalSide[] SIDES = SignalSide.values();

    private final Output out;
    private final Optional<String> symbol;
    private final StringBuilder line = new StringBuilder(256);

    /** @param symbol the only instrument to print; empty: all */
    SignalLines(final Output out, final Optional<String> symbol) {
        this.out = out;
        this.symbol = symbol;
        line.append("time,symbol,row,side");
        for (final Signal signal : SIGNALS) {
            line.append(',').append(signal.name().toLowerCase(Locale.ROOT));
        }
        out.println(line.append(",composite,coverage"));
    }

    @Override
    public void onRow(
            final MarketSweep sweep, final int i, final long rowIndex, final SignalResults results, final Composite composite) {
        final String name = sweep.instrument(i).symbol();
        if (symbol.isPresent() && !symbol.get().equals(name)) {
            return;
        }
        final String time = Times.format(sweep.rows().closeNs());
        for (final SignalSide side : SIDES) {
            line.setLength(0);
            line.append(time).append(',').append(name).append(',').append(rowIndex).append(',')
                    .append(side.name().toLowerCase(Locale.ROOT));
            for (final Signal signal : SIGNALS) {
                append(results.score(i, side, signal));
            }
            append(composite.composite(side));
            append(composite.coverage());
            out.println(line);
        }
    }

    private void append(final float value) {
        line.append(',');
        if (!Float.isNaN(value)) {
            line.append(value);
        }
    }
}
