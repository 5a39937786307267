package io.undercurrent.engine.signal;

import io.undercurrent.codec.sbe.Severity;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.ConfigException;
import io.undercurrent.engine.config.Setting;

/**
 * When the net log-odds of an instrument and side become an alert, and when that ends: raised once they exceed the threshold for the hold
 * time (at least one row), cleared below the lower threshold, then silent for the cooldown. Event time only.
 *
 * @param threshold net log-odds, this side less the other
 * @param clearBelow the lower threshold, not above the other
 * @param warmUpNs a window younger than this raises nothing: its baseline rests on too little
 */
public record AlertRules(
        float threshold, float clearBelow, long warmUpNs, long holdNs, long cooldownNs, float warning, float critical, float urgent) {
    private static final long MS_NS = 1_000_000L;
    private static final float FULL_COVERAGE = 0.5f;

    public AlertRules {
        if (clearBelow > threshold) {
            throw new ConfigException(Setting.ALERTS_CLEAR.key() + " is " + clearBelow + "; it must not be above "
                    + Setting.ALERTS_THRESHOLD.key() + ", " + threshold);
        }
    }

    public static AlertRules of(final Config config) {
        return new AlertRules(config.decimal(Setting.ALERTS_THRESHOLD), config.decimal(Setting.ALERTS_CLEAR),
                config.wide(Setting.ALERTS_WARM_UP_MS) * MS_NS, config.wide(Setting.ALERTS_HOLD_MS) * MS_NS,
                config.wide(Setting.ALERTS_COOLDOWN_MS) * MS_NS, config.decimal(Setting.ALERTS_WARNING),
                config.decimal(Setting.ALERTS_CRITICAL), config.decimal(Setting.ALERTS_URGENT));
    }

    /**
     * The same rules with another threshold, cleared half-way down from there to what quiet shows.
     *
     * @param quiet net log-odds where nothing happens
     */
    public AlertRules at(final float newThreshold, final float quiet) {
        return new AlertRules(newThreshold, Math.min(newThreshold, newThreshold + (quiet - newThreshold) / 2), warmUpNs, holdNs, cooldownNs,
                warning, critical, urgent);
    }

    /** What counts of a row's net log-odds: nothing (NaN) while its window is too young. */
    public float judged(final long rowIndex, final long rowNs, final float netLogOdds) {
        return (rowIndex + 1) * rowNs >= warmUpNs ? netLogOdds : Float.NaN;
    }

    /** By log-odds; with less than half of the signals available never above WARNING. */
    Severity severity(final float netLogOdds, final float coverage) {
        if (netLogOdds < warning) {
            return Severity.INFO;
        }
        if (netLogOdds < critical || coverage < FULL_COVERAGE) {
            return Severity.WARNING;
        }
        return netLogOdds < urgent ? Severity.CRITICAL : Severity.URGENT;
    }
}
