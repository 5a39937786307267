package io.undercurrent.feeds.sim;

import io.undercurrent.codec.sbe.AlertSide;
import java.util.List;

/**
 * What an episode came to: the label that a detector is scored against. A market-wide kind has one truth per instrument, all of the same
 * start.
 *
 * @param startNs UTC
 * @param endNs UTC, exclusive
 * @param style of its absorption; {@link EpisodeStyle#NONE} without
 * @param parts of a mixture; empty for every other kind
 * @param targetParticipation 0 for what is no programme
 * @param executedVolume shares that the programme traded on its side
 * @param totalVolume shares of all prints of the instrument in the interval, off-exchange included
 */
public record Truth(
        long startNs, long endNs, String symbol, EpisodeKind kind, AlertSide side, EpisodeStyle style, List<EpisodeKind> parts,
        double targetParticipation, long executedVolume, long totalVolume) {
    public Truth {
        parts = List.copyOf(parts);
    }

    /** Share of the volume that it executed; 0 of nothing. */
    public double participation() {
        return totalVolume == 0 ? 0 : (double) executedVolume / totalVolume;
    }

    public boolean isProgramme() {
        return kind.isProgramme();
    }
}
