package io.undercurrent.score.card;

import io.undercurrent.score.Measure;

/**
 * A measure as a detector by itself, with the alert rules at the threshold that gives the allowed false alarms on training days: a signal on
 * programmes of its own kind, the others on all. The rules see its samples, ten seconds apart; those of the composite see every row.
 *
 * @param training false alarms per clean symbol-day there
 * @param falseAlarms on the unseen clean symbol-days
 */
public record DetectorScore(
        Measure measure, String kind, float threshold, double training, Rate falseAlarms, Rate atLeast10, Rate from5To10, Rate from2To5) {
}
