package io.undercurrent.score.card;

import io.undercurrent.signals.Signal;
import java.util.Map;

/**
 * Alarms, of either side, during episodes of a confounder or within the minute after.
 *
 * @param leading by the signal that led them
 */
public record ConfounderScore(String kind, Rate alarms, Map<Signal, Integer> leading) {
}
