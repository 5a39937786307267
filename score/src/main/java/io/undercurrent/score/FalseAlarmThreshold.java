package io.undercurrent.score;

import io.undercurrent.engine.signal.AlertRules;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Finds the lowest threshold with few enough false alarms on days where every alarm is false. */
public final class FalseAlarmThreshold {
    private static final int STEPS = 64;
    private static final int HALVINGS = 12;

    private FalseAlarmThreshold() {
    }

    /**
     * Comes down from where nothing is raised, and stops before the first threshold with more alarms than allowed.
     *
     * @param tapes of clean symbol-days
     * @param rules all but the threshold
     * @param quiet evidence where nothing happens
     * @param allowed alarms per tape
     * @return the rules with that threshold; those given, if there are no tapes
     */
    public static AlertRules find(final List<Tape> tapes, final AlertRules rules, final float quiet, final double allowed) {
        float high = quiet;
        for (final Tape tape : tapes) {
            high = Math.max(high, tape.highest());
        }
        if (tapes.isEmpty()) {
            return rules;
        }
        final Function<Float, AlertRules> at = threshold -> rules.at(threshold, quiet);
        final ToDoubleFunction<Float> alarms = threshold -> alarmsPerTape(tapes, at.apply(threshold));
        final float step = (high - quiet) / STEPS;
        float low = high - step;
        while (low > quiet && alarms.applyAsDouble(low) <= allowed) {
            high = low;
            low -= step;
        }
        for (int i = 0; i < HALVINGS && high > low; i++) {
            final float middle = low + (high - low) / 2;
            if (alarms.applyAsDouble(middle) <= allowed) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return at.apply(high);
    }

    /** What these rules raise on average. */
    public static double alarmsPerTape(final List<Tape> tapes, final AlertRules rules) {
        long alarms = 0;
        for (final Tape tape : tapes) {
            alarms += tape.alarms(rules).size();
        }
        return (double) alarms / tapes.size();
    }
}
