package io.undercurrent.feeds.sim;

import io.undercurrent.codec.sbe.AlertSide;

/**
 * What an episode came to: the label that a detector is scored against.
 *
 * @param startNs UTC
 * @param endNs UTC, exclusive
 * @param targetParticipation 0 for a confounder
 * @param executedVolume shares that the programme traded on its side
 * @param totalVolume shares of all prints of the instrument in the interval, off-exchange included
 */
public record Truth(
        long startNs, long endNs, String symbol, EpisodeKind kind, AlertSide side, double targetParticipation, long executedVolume,
        long totalVolume) {
    /** Share of the volume that it executed; 0 of nothing. */
    public double participation() {
        return totalVolume == 0 ? 0 : (double) executedVolume / totalVolume;
    }
}
