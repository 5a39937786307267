package io.undercurrent.score.card;

import io.undercurrent.score.Alarm;
import io.undercurrent.score.DayKind;

/**
 * An alarm that no programme explains.
 *
 * @param seed of the day
 * @param during the episode that it was raised in or a minute after; empty: none
 */
public record FalseAlarm(DayKind days, long seed, String symbol, String during, Alarm alarm) {
}
