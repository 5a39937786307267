package io.undercurrent.score.card;

import io.undercurrent.score.metric.Estimate;

/**
 * A figure and what it should be.
 *
 * @param units what it was computed from, in words
 * @param atLeast whether more is better
 * @param target what it must reach
 * @param later what it should reach in the end; the same as {@code target} where there is one step only
 * @param met whether the target is reached; false of nothing
 * @param metLater whether the later one is
 */
public record Target(
        String figure, Estimate value, String units, boolean atLeast, double target, double later, boolean met, boolean metLater) {
    static Target of(
            final String figure, final Estimate value, final String units, final boolean atLeast, final double target, final double later) {
        return new Target(figure, value, units, atLeast, target, later, reaches(value, atLeast, target), reaches(value, atLeast, later));
    }

    private static boolean reaches(final Estimate value, final boolean atLeast, final double goal) {
        return atLeast ? value.value() >= goal : value.value() <= goal;
    }
}
