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
    /**
     * Set by hand on simulated days (seeds 100 to 111, 72 clean symbol-days, 20 % participation): each signal reaches log-odds 0.5 at the
     * averaged score above which few clean days go. The slope is the same for all; fitted constants are to replace them.
     */
    public static final Map<Signal, Calibration> FIRST = Map.of(
        Signal.ABSORPTION, reaching(0.93f),
        Signal.CREEP, reaching(0.8f),
        Signal.DARK_POOL, reaching(0.8f),
        Signal.SINKHOLE, reaching(0.65f),
        Signal.CONTRACTION, reaching(0.5f));

    private static final float FIRST_SLOPE = 12f;
    private static final float FIRST_LOG_ODDS = 0.5f;

    private static Calibration reaching(final float score) {
        return new Calibration(FIRST_LOG_ODDS - FIRST_SLOPE * score, FIRST_SLOPE, 1f);
    }

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
