package io.undercurrent.score.fit;

/**
 * The days that constants are fitted on.
 *
 * @param seed of the first day; each kind of day has this one and those that follow
 * @param days planted ones
 * @param cleanDays those with nothing planted
 * @param allowed false alarms per clean symbol-day
 * @param sessionNs how much of each day is taken
 */
public record Training(long seed, int days, int cleanDays, double allowed, long sessionNs) {
}
