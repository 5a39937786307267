package io.undercurrent.score.card;

import io.undercurrent.score.metric.Estimate;

/**
 * How long after its start a programme was found, of those that were.
 *
 * @param medianShare of the programme's length
 */
public record DelayScore(
        Length length, int found, Estimate medianSeconds, Estimate p90Seconds, Estimate medianShare, Estimate p90Share) {
}
