package io.undercurrent.score.card;

import io.undercurrent.score.Alarm;
import io.undercurrent.score.TickRegime;
import io.undercurrent.signals.SignalSide;
import java.util.Optional;

/**
 * A programme and its first alarm.
 *
 * @param seed of the day
 * @param startNs UTC
 * @param endNs UTC
 * @param first the first alarm of its side while it went on; empty: missed
 */
public record Outcome(
        long seed, String symbol, TickRegime ticks, String kind, SignalSide side, Band band, double participation, long startNs, long endNs,
        Optional<Alarm> first) {
    public boolean found() {
        return first.isPresent();
    }

    /** From start to first alarm; NaN: missed. */
    public double delaySeconds() {
        return first.map(alarm -> (alarm.timeNs() - startNs) / 1e9).orElse(Double.NaN);
    }

    /** As a share of its length; NaN: missed. */
    public double delayShare() {
        return first.map(alarm -> (double) (alarm.timeNs() - startNs) / (endNs - startNs)).orElse(Double.NaN);
    }
}
