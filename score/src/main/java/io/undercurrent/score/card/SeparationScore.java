package io.undercurrent.score.card;

import io.undercurrent.score.TickRegime;
import io.undercurrent.score.metric.Estimate;

/**
 * How well a measure tells samples inside programmes from samples of clean days.
 *
 * @param programmes that gave the positives
 * @param prevalence of the positives: the area under the precision-recall curve of a coin
 */
public record SeparationScore(
        Band band, TickRegime ticks, int programmes, long positives, long negatives, double prevalence, Estimate rocAuc, Estimate prAuc) {
}
