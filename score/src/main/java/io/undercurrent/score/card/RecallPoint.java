package io.undercurrent.score.card;

/**
 * One threshold of a {@link RecallCurve}; recall is NaN where there are no such programmes.
 *
 * @param falseAlarms per clean symbol-day
 */
public record RecallPoint(float threshold, double falseAlarms, double all, double atLeast10, double from5To10, double from2To5) {
}
