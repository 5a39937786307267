package io.undercurrent.signals;

import java.util.Arrays;

/** The scores of one sweep, in the sweep's order; each in [0, 1], or NaN where the signal is not available. */
public final class SignalResults {
    private final float[] scores;

    /** @param capacity that of the sweeps it serves */
    public SignalResults(final int capacity) {
        scores = new float[capacity * SignalSide.COUNT * Signal.COUNT];
        Arrays.fill(scores, Float.NaN);
    }

    private static int index(final int i, final SignalSide side, final Signal signal) {
        return (i * SignalSide.COUNT + side.ordinal()) * Signal.COUNT + signal.ordinal();
    }

    public float score(final int i, final SignalSide side, final Signal signal) {
        return scores[index(i, side, signal)];
    }

    public void score(final int i, final SignalSide side, final Signal signal, final float score) {
        scores[index(i, side, signal)] = score;
    }
}
