package io.undercurrent.score.card;

import io.undercurrent.score.metric.Estimate;

/** So many of something in so many units, such as alarms in symbol-days. */
public record Rate(long count, long units, Estimate perUnit) {
}
