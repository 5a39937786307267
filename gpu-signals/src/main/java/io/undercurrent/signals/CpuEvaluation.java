package io.undercurrent.signals;

import java.util.stream.Stream;

/** The five signals of both sides of a window at its newest row. One of them serves all windows of a {@link CpuBackend}. */
final class CpuEvaluation {
    private static final SignalSide[] SIDES = SignalSide.values();
    private static final Signal[] SIGNALS = Signal.values();
    private static final Forest[] FORESTS = Stream.of(SIGNALS).map(Forest::of).toArray(Forest[]::new);
    private static final float[] NOTHING = {};
    /** By side and input: where its feature is, and whether it is negated. */
    private static final int[][] SLOT = new int[SignalSide.COUNT][Forest.INPUTS.size()];
    private static final boolean[][] NEGATED = new boolean[SignalSide.COUNT][Forest.INPUTS.size()];

    static {
        for (final SignalSide side : SIDES) {
            for (int i = 0; i < Forest.INPUTS.size(); i++) {
                SLOT[side.ordinal()][i] = SignalTable.slot(Forest.INPUTS.get(i), side);
                NEGATED[side.ordinal()][i] = Forest.INPUTS.get(i).negatedFor(side);
            }
        }
    }

    private final CpuScratch scratch = new CpuScratch();
    private final float[] z = new float[SignalTable.slots().size()];
    private final float[] inputs = new float[Forest.INPUTS.size()];

    void evaluate(final CpuWindow window, final SignalResults results, final int i) {
        final boolean known = measure(window);
        final long trades = known ? window.sum(SignalTable.TRADES, SignalDefinition.TRUST_ROWS) : 0;
        for (final SignalSide side : SIDES) {
            if (known) {
                read(side, inputs);
            }
            for (final Signal signal : SIGNALS) {
                final boolean available = known && (window.capabilities() & signal.needs()) == signal.needs();
                results.score(i, side, signal, available
                    ? SignalFormulas.score(SignalFormulas.trusted(FORESTS[signal.ordinal()].evidence(inputs), trades)) : Float.NaN);
            }
        }
    }

    /** What the forests read at the newest row; empty: no signal is available. */
    float[] inputs(final CpuWindow window, final SignalSide side) {
        if (!measure(window)) {
            return NOTHING;
        }
        final float[] read = new float[inputs.length];
        read(side, read);
        return read;
    }

    /** Whether the newest rows can be set against a baseline; then {@code z} holds the features. */
    private boolean measure(final CpuWindow window) {
        final CpuBaseline baseline = window.baseline();
        baseline.refresh(window, scratch);
        final boolean known = baseline.known() && window.valid(SignalDefinition.MAIN);
        if (known) {
            baseline.measure(window, z);
        }
        return known;
    }

    private void read(final SignalSide side, final float[] into) {
        final int[] slot = SLOT[side.ordinal()];
        final boolean[] negated = NEGATED[side.ordinal()];
        for (int i = 0; i < into.length; i++) {
            into[i] = negated[i] ? -z[slot[i]] : z[slot[i]];
        }
    }
}
