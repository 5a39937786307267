package io.undercurrent.signals;

import java.util.Arrays;
import java.util.Map;

/**
 * What the scores of one instrument and side say together. Each score is averaged exponentially over 60 s of rows, each average becomes
 * log-odds through its {@link Calibration}, and the composite is the largest of those. Host code, the same for every backend; one
 * thread. {@link #update} takes one row in, the accessors speak of that row until the next one.
 *
 * <p>A score that is not available (NaN) counts as 0 in the average, so that evidence decays while nothing is known, and takes part
 * neither in composite, coverage nor {@link #smoothed}. A restart sets all averages of the slot to 0.
 */
public final class Composite {
    private static final double AVERAGING_MS = 60_000;
    private static final SignalSide[] SIDES = SignalSide.values();
    private static final Signal[] SIGNALS = Signal.values();

    private final float step;
    private final float[] intercept = new float[Signal.COUNT];
    private final float[] slope = new float[Signal.COUNT];
    private final float[] weight = new float[Signal.COUNT];
    private final float totalWeight;
    private final float[] averages;
    private final float[] smoothed = new float[SignalSide.COUNT * Signal.COUNT];
    private final float[] logOdds = new float[SignalSide.COUNT * Signal.COUNT];
    private final float[] composite = new float[SignalSide.COUNT];
    private final Signal[] leading = new Signal[SignalSide.COUNT];
    private float coverage;

    /**
     * @param capacity number of slots
     * @param rowMs interval of a row in milliseconds
     * @param calibration of every signal
     */
    public Composite(final int capacity, final int rowMs, final Map<Signal, Calibration> calibration) {
        step = (float) -StrictMath.expm1(-rowMs / AVERAGING_MS);
        float sum = 0f;
        for (final Signal signal : SIGNALS) {
            final Calibration of = calibration.get(signal);
            if (of == null) {
                throw new IllegalArgumentException("no calibration of " + signal);
            }
            intercept[signal.ordinal()] = of.intercept();
            slope[signal.ordinal()] = of.slope();
            weight[signal.ordinal()] = of.weight();
            sum += of.weight();
        }
        totalWeight = sum;
        averages = new float[capacity * SignalSide.COUNT * Signal.COUNT];
        clear();
    }

    /** Takes in the scores of row {@code i} of the sweep. */
    public void update(final Sweep sweep, final SignalResults results, final int i) {
        final int slot = sweep.slot(i) * SignalSide.COUNT * Signal.COUNT;
        if (sweep.restart(i)) {
            Arrays.fill(averages, slot, slot + SignalSide.COUNT * Signal.COUNT, 0f);
        }
        clear();
        for (final SignalSide side : SIDES) {
            update(side, results, i, slot + side.ordinal() * Signal.COUNT);
        }
    }

    private void clear() {
        Arrays.fill(smoothed, Float.NaN);
        Arrays.fill(logOdds, Float.NaN);
        Arrays.fill(composite, Float.NaN);
        Arrays.fill(leading, SIGNALS[0]);
        coverage = 0f;
    }

    private void update(final SignalSide side, final SignalResults results, final int i, final int first) {
        float best = Float.NEGATIVE_INFINITY;
        float available = 0f;
        for (final Signal signal : SIGNALS) {
            final int s = signal.ordinal();
            final float score = results.score(i, side, signal);
            final boolean known = !Float.isNaN(score);
            final float average = averages[first + s] + step * ((known ? score : 0f) - averages[first + s]);
            averages[first + s] = average;
            if (known) {
                smoothed[side.ordinal() * Signal.COUNT + s] = average;
                available += weight[s];
                final float evidence = intercept[s] + slope[s] * average;
                logOdds[side.ordinal() * Signal.COUNT + s] = evidence;
                if (evidence > best) {
                    best = evidence;
                    leading[side.ordinal()] = signal;
                }
            }
        }
        if (available > 0f) {
            composite[side.ordinal()] = best;
            coverage = available / totalWeight;
        }
    }

    /** Largest calibrated log-odds of the side; NaN: no signal is available. */
    public float composite(final SignalSide side) {
        return composite[side.ordinal()];
    }

    /**
     * The side's composite, less the other side's where that is above 0, more than clean days have: activity on both sides cancels, and usual
     * ups and downs of the other side take nothing away. NaN (above no threshold): no signal is available.
     */
    public float netLogOdds(final SignalSide side) {
        final float opposed = composite[1 - side.ordinal()];
        return composite[side.ordinal()] - (opposed > 0f ? opposed : 0f);
    }

    /** Net log-odds where nothing happens: that of scores 0, with every signal available. */
    public float quiet() {
        float quiet = Float.NEGATIVE_INFINITY;
        for (final float at : intercept) {
            quiet = Math.max(quiet, at);
        }
        return quiet;
    }

    /** Available weight over total weight, 0 to 1. */
    public float coverage() {
        return coverage;
    }

    /** The signal that gives the composite, the first of equals; without meaning where the coverage is 0. */
    public Signal leading(final SignalSide side) {
        return leading[side.ordinal()];
    }

    /** The signal's calibrated log-odds; NaN: not available now. */
    public float logOdds(final SignalSide side, final Signal signal) {
        return logOdds[side.ordinal() * Signal.COUNT + signal.ordinal()];
    }

    /** The averaged score; NaN: not available now. */
    public float smoothed(final SignalSide side, final Signal signal) {
        return smoothed[side.ordinal() * Signal.COUNT + signal.ordinal()];
    }
}
