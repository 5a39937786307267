package io.undercurrent.score.card;

import io.undercurrent.score.TickRegime;

/**
 * Programmes during which an alarm of their side was raised.
 *
 * @param kind of the programmes, or ALL
 */
public record RecallScore(String kind, Band band, TickRegime ticks, Rate found) {
}
