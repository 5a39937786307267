package io.undercurrent.score;

import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import io.undercurrent.feeds.sim.Truth;
import io.undercurrent.signals.SignalSide;
import java.util.List;

/**
 * One planted episode of one instrument.
 *
 * @param startNs UTC
 * @param endNs UTC, exclusive
 * @param style of its absorption
 * @param parts of a mixture; empty for every other kind
 * @param participation realised share of the volume of the interval; 0 for what is no programme
 */
public record Label(
        long startNs, long endNs, String symbol, EpisodeKind kind, EpisodeStyle style, List<EpisodeKind> parts, SignalSide side,
        double participation) {
    private static final int WARM = 4;

    public Label {
        parts = List.copyOf(parts);
    }

    static Label of(final Truth truth) {
        return new Label(truth.startNs(), truth.endNs(), truth.symbol(), truth.kind(), truth.style(), truth.parts(),
                truth.side() == AlertSide.ACCUMULATION ? SignalSide.ACCUMULATION : SignalSide.DISTRIBUTION,
                truth.isProgramme() ? truth.participation() : 0);
    }

    /** Somebody accumulates or distributes: an alarm is right. */
    public boolean isProgramme() {
        return kind.isProgramme();
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
