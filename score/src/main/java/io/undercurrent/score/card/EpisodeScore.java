package io.undercurrent.score.card;

import io.undercurrent.signals.Signal;
import java.util.Map;

/**
 * Alarms, of either side, during episodes that are no programmes or within the minute after.
 *
 * @param alarms in so many episodes, each instrument's its own
 * @param leading by the signal that led them
 */
public record EpisodeScore(String kind, Rate alarms, Map<Signal, Integer> leading) {
}
