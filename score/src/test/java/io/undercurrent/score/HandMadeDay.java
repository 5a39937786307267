package io.undercurrent.score;

import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A symbol-day written by hand: rows of ten seconds, each a sample as well, every measure the same as the evidence. */
public final class HandMadeDay {
    public static final long ROW_NS = Samples.INTERVAL_NS;
    public static final float QUIET = -5f;

    private final DayKind kind;
    private final int day;
    private final TickRegime regime;
    private final float[][] evidence;
    private final List<Label> labels = new ArrayList<>();
    private Signal leading = Signal.ABSORPTION;

    /** @param day number of it among those of its kind */
    public HandMadeDay(final DayKind kind, final int day, final TickRegime regime, final int rows) {
        this.kind = kind;
        this.day = day;
        this.regime = regime;
        evidence = new float[SignalSide.COUNT][rows];
        for (final float[] side : evidence) {
            Arrays.fill(side, QUIET);
        }
    }

    /** Rows {@code from} to {@code to}, exclusive, show this much. */
    public HandMadeDay shows(final SignalSide side, final int from, final int to, final float value) {
        Arrays.fill(evidence[side.ordinal()], from, to, value);
        return this;
    }

    public HandMadeDay ledBy(final Signal signal) {
        leading = signal;
        return this;
    }

    /** An episode from the start of row {@code from} to the end of row {@code to - 1}. */
    public HandMadeDay planted(final EpisodeKind what, final SignalSide side, final int from, final int to, final double participation) {
        labels.add(new Label(from * ROW_NS, to * ROW_NS, "A", what,
                what == EpisodeKind.ABSORPTION ? EpisodeStyle.NATIVE_ICEBERG : EpisodeStyle.NONE, List.of(), side, participation));
        return this;
    }

    public SymbolDay make() {
        final Samples samples = new Samples();
        final Tape tape = new Tape(ROW_NS);
        for (int i = 0; i < evidence[0].length; i++) {
            final long closeNs = (i + 1) * ROW_NS;
            tape.add(closeNs, i, evidence[0][i], leading, evidence[1][i], leading);
            samples.add(closeNs, i == 0);
            for (final Measure measure : Measure.values()) {
                for (final SignalSide side : SignalSide.values()) {
                    samples.set(measure, side, evidence[side.ordinal()][i]);
                }
            }
        }
        samples.trim();
        tape.trim();
        return new SymbolDay(kind, day, day, "A", regime, labels, samples, tape);
    }
}
