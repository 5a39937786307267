package io.undercurrent.score.card;

/**
 * What was scored.
 *
 * @param minutes of each day, from its start
 * @param seed first seed of the scored days; each kind of day has this one and those that follow
 * @param trainSeed first seed of the training days
 * @param trainDays clean ones
 * @param allowed false alarms per clean symbol-day that the trained threshold may give on training days
 * @param draws of days, for the intervals
 */
public record Setup(
        int minutes, long seed, int days, int cleanDays, int troubledDays, long trainSeed, int trainDays, double allowed, int rowMs, String backend,
        int draws) {
}
