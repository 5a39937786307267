package io.undercurrent.score.card;

import io.undercurrent.signals.Signal;
import java.util.Map;

/**
 * Which signal led the first alarm of each programme of a kind.
 *
 * @param missed programmes without an alarm
 */
public record LeadingScore(String kind, int programmes, Map<Signal, Integer> leading, int missed) {
}
