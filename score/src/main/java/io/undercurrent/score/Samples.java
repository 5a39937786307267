package io.undercurrent.score;

import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import java.util.Arrays;

/** Every {@link Measure} of both sides of one instrument, every ten seconds. One thread fills it; then it does not change. */
public final class Samples {
    public static final long INTERVAL_NS = 10_000_000_000L;

    private static final int FIRST_ROOM = 512;

    private final float[][] values = new float[Measure.COUNT * SignalSide.COUNT][FIRST_ROOM];
    private long[] timeNs = new long[FIRST_ROOM];
    private int[] sinceRestart = new int[FIRST_ROOM];
    private int size;

    /** Whether a row that ends then, of this length, is the one to sample. */
    static boolean due(final long closeNs, final long rowNs) {
        return Math.floorDiv(closeNs, INTERVAL_NS) != Math.floorDiv(closeNs - rowNs, INTERVAL_NS);
    }

    /** Begins a sample whose values are set next. */
    void add(final long sampleNs, final boolean restarted) {
        if (size == timeNs.length) {
            timeNs = Arrays.copyOf(timeNs, 2 * size);
            sinceRestart = Arrays.copyOf(sinceRestart, 2 * size);
            for (int i = 0; i < values.length; i++) {
                values[i] = Arrays.copyOf(values[i], 2 * size);
            }
        }
        timeNs[size] = sampleNs;
        sinceRestart[size] = restarted || size == 0 ? 0 : sinceRestart[size - 1] + 1;
        size++;
    }

    /** Sets a value of the newest sample; NaN: not available. */
    void set(final Measure measure, final SignalSide side, final float value) {
        values[index(measure, side)][size - 1] = value;
    }

    void trim() {
        timeNs = Arrays.copyOf(timeNs, size);
        sinceRestart = Arrays.copyOf(sinceRestart, size);
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.copyOf(values[i], size);
        }
    }

    private static int index(final Measure measure, final SignalSide side) {
        return measure.ordinal() * SignalSide.COUNT + side.ordinal();
    }

    public int size() {
        return size;
    }

    /** UTC. */
    public long timeNs(final int i) {
        return timeNs[i];
    }

    /** NaN: not available. */
    public float value(final Measure measure, final SignalSide side, final int i) {
        return values[index(measure, side)][i];
    }

    /** What the alert rules would look at, were this measure all there is: both sides as they are, without a view of each other. */
    public Tape tape(final Measure measure) {
        final Tape tape = new Tape(INTERVAL_NS);
        final Signal leading = measure.signal().orElse(Signal.ABSORPTION);
        for (int i = 0; i < size; i++) {
            tape.add(timeNs[i], sinceRestart[i], value(measure, SignalSide.ACCUMULATION, i), leading,
                    value(measure, SignalSide.DISTRIBUTION, i), leading);
        }
        return tape;
    }

    /** Samples since the window began. */
    public int sinceRestart(final int i) {
        return sinceRestart[i];
    }
}
