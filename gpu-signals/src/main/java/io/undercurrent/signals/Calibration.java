package io.undercurrent.signals;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a signal's averaged score becomes evidence: log-odds (natural logarithm) = intercept + slope · score.
 *
 * @param intercept log-odds at score 0
 * @param slope log-odds gained from score 0 to score 1; not negative
 * @param weight share in the coverage, relative to the other signals'
 */
public record Calibration(float intercept, float slope, float weight) {
    public Calibration {
        if (!(slope >= 0) || !(weight > 0) || Float.isNaN(intercept)) {
            throw new IllegalArgumentException(
                "calibration " + intercept + " + " + slope + " x, weight " + weight + ": slope must be at least 0 and weight above 0");
        }
    }

    /** The same constants for each signal. */
    public static Map<Signal, Calibration> all(final Calibration calibration) {
        final Map<Signal, Calibration> map = new EnumMap<>(Signal.class);
        for (final Signal signal : Signal.values()) {
            map.put(signal, calibration);
        }
        return Collections.unmodifiableMap(map);
    }
}
