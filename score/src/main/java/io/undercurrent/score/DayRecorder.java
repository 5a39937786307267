package io.undercurrent.score;

import io.undercurrent.engine.signal.MarketSweep;
import io.undercurrent.engine.signal.SweepListener;
import io.undercurrent.signals.Composite;
import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.SignalSide;
import io.undercurrent.signals.Sweep;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Keeps of every evaluated row what is scored. One thread. */
final class DayRecorder implements SweepListener {
    private final Map<String, Recording> bySymbol = new TreeMap<>();
    private final DayKind kind;
    private final int day;
    private final long seed;
    private final long rowNs;

    /** @param day number of the day among those of its kind */
    DayRecorder(final DayKind kind, final int day, final long seed, final long rowNs) {
        this.kind = kind;
        this.day = day;
        this.seed = seed;
        this.rowNs = rowNs;
    }

    @Override
    public void onRow(
            final MarketSweep sweep, final int i, final long rowIndex, final SignalResults results, final Composite composite) {
        bySymbol.computeIfAbsent(sweep.instrument(i).symbol(), symbol -> new Recording(coin(symbol), rowNs))
                .row(sweep.rows(), i, rowIndex, composite);
    }

    /** Of day, kind and symbol; mixed, because seeds that follow each other must not give the same numbers one later. */
    private long coin(final String symbol) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + kind.ordinal()).nextLong() + symbol.hashCode();
    }

    /** What was recorded, by symbol. */
    List<SymbolDay> symbolDays(final List<Label> labels) {
        return bySymbol.entrySet().stream().map(entry -> entry.getValue().symbolDay(kind, day, seed, entry.getKey(),
                labels.stream().filter(label -> label.symbol().equals(entry.getKey())).toList())).toList();
    }

    /** Of one instrument. */
    private static final class Recording {
        private final long rowNs;
        private final Samples samples = new Samples();
        private final Tape tape;
        private final Baselines baselines;
        private boolean restarted = true;
        private long spreadTime;
        private long validMs;

        Recording(final long seed, final long rowNs) {
            this.rowNs = rowNs;
            tape = new Tape(rowNs);
            baselines = new Baselines(seed);
        }

        void row(final Sweep rows, final int i, final long rowIndex, final Composite composite) {
            if (rowIndex == 0) {
                restarted = true;
                baselines.restart();
            }
            spreadTime += rows.value(i, RowColumn.SPREAD_TIME.ordinal());
            validMs += rows.value(i, RowColumn.VALID_MS.ordinal());
            tape.add(rows.closeNs(), rowIndex, composite.netLogOdds(SignalSide.ACCUMULATION), composite.leading(SignalSide.ACCUMULATION),
                    composite.netLogOdds(SignalSide.DISTRIBUTION), composite.leading(SignalSide.DISTRIBUTION));
            baselines.row(rows, i);
            if (Samples.due(rows.closeNs(), rowNs)) {
                samples.add(rows.closeNs(), restarted);
                restarted = false;
                for (final SignalSide side : SignalSide.values()) {
                    for (final Signal signal : Signal.values()) {
                        samples.set(Measure.of(signal), side, composite.smoothed(side, signal));
                    }
                    samples.set(Measure.COMPOSITE, side, composite.netLogOdds(side));
                }
                baselines.sample(samples);
            }
        }

        SymbolDay symbolDay(final DayKind kind, final int day, final long seed, final String symbol, final List<Label> labels) {
            samples.trim();
            tape.trim();
            return new SymbolDay(kind, day, seed, symbol, TickRegime.of((double) spreadTime / validMs), labels, samples, tape);
        }
    }
}
