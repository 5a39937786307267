package io.undercurrent.score;

import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.signals.SignalSide;

/**
 * One planted episode of one instrument.
 *
 * @param startNs UTC
 * @param endNs UTC, exclusive
 * @param participation realised share of the volume of the interval; 0 for what is no programme
 */
public record Label(long startNs, long endNs, String symbol, EpisodeKind kind, SignalSide side, double participation) {
    private static final int WARM = 4;

    /** Somebody accumulates or distributes: an alarm is right. */
    public boolean isProgramme() {
        return !kind.isConfounder();
    }

    public long durationNs() {
        return endNs - startNs;
    }

    /** A sample of this time counts: the first quarter is behind. */
    public boolean counts(final long timeNs) {
        return timeNs > startNs + durationNs() / WARM && timeNs <= endNs;
    }

    /** The time is in the episode or at most so long behind it. */
    public boolean covers(final long timeNs, final long graceNs) {
        return timeNs > startNs && timeNs <= endNs + graceNs;
    }
}
