package io.undercurrent.signals;

import java.util.stream.Stream;

/** The five signals of both sides of a window at its newest row. One of them serves all windows of a {@link CpuBackend}. */
final class CpuEvaluation {
    private static final SignalSide[] SIDES = SignalSide.values();
    private static final Signal[] SIGNALS = Signal.values();
    private static final Resolved[] FORMULAS = Stream.of(SIGNALS).map(Formula::of).map(Resolved::new).toArray(Resolved[]::new);

    private final CpuScratch scratch = new CpuScratch();
    private final float[] z = new float[SignalTable.slots().size()];

    void evaluate(final CpuWindow window, final SignalResults results, final int i) {
        final CpuBaseline baseline = window.baseline();
        baseline.refresh(window, scratch);
        final boolean known = baseline.known() && window.valid(SignalDefinition.MAIN);
        if (known) {
            baseline.measure(window, z);
        }
        for (final Signal signal : SIGNALS) {
            final boolean available = known && (window.capabilities() & signal.needs()) == signal.needs();
            for (final SignalSide side : SIDES) {
                results.score(i, side, signal,
                    available ? SignalFormulas.score(FORMULAS[signal.ordinal()].evidence(side, z)) : Float.NaN);
            }
        }
    }

    /** A formula with its features' places. */
    private static final class Resolved {
        private final Formula of;
        private final int[][] slot = new int[SignalSide.COUNT][];
        private final float[][] weight = new float[SignalSide.COUNT][];

        Resolved(final Formula of) {
            this.of = of;
            for (final SignalSide side : SIDES) {
                final int terms = of.terms().size();
                slot[side.ordinal()] = new int[terms];
                weight[side.ordinal()] = new float[terms];
                for (int t = 0; t < terms; t++) {
                    final Term term = of.terms().get(t);
                    slot[side.ordinal()][t] = SignalTable.slot(term.kind(), term.rows(), side);
                    weight[side.ordinal()][t] = term.weightFor(side);
                }
            }
        }

        float evidence(final SignalSide side, final float[] z) {
            final int[] slots = slot[side.ordinal()];
            final float[] weights = weight[side.ordinal()];
            float evidence = of.intercept();
            for (int t = 0; t < slots.length; t++) {
                evidence = SignalFormulas.plus(evidence, weights[t], z[slots[t]]);
            }
            return evidence;
        }
    }
}
