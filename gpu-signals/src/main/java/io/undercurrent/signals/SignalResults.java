package io.undercurrent.signals;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** The scores of one sweep, in the sweep's order; each in [0, 1], or NaN where the signal is not available. */
public final class SignalResults {
    /** Scores of one row. */
    public static final int ROW_SCORES = SignalSide.COUNT * Signal.COUNT;

    private final float[] scores;

    /** @param capacity that of the sweeps it serves */
    public SignalResults(final int capacity) {
        scores = new float[capacity * ROW_SCORES];
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

    /** Takes the scores of rows 0 to {@code count - 1} from where the first one's stand: of each row, side by side and signal by signal. */
    public void scores(final FloatBuffer from, final int index, final int count) {
        from.get(index, scores, 0, count * ROW_SCORES);
    }
}
