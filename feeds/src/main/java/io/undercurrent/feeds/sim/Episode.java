package io.undercurrent.feeds.sim;

import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.engine.feed.FeedException;
import java.util.List;

/**
 * A planned episode. For distribution everything is mirrored: offers for bids, sells for buys.
 *
 * @param style of its absorption; {@link EpisodeStyle#NONE} without
 * @param parts of a mixture, two or three different ones; empty for every other kind
 * @param startNs since the start of the session
 * @param participation share of all volume of the interval, off-exchange included, that the programme aims to execute itself, above 0 and at
 *     most 0.4; means nothing for what is no programme
 */
public record Episode(
        String symbol, EpisodeKind kind, AlertSide side, EpisodeStyle style, List<EpisodeKind> parts, long startNs, long durationNs,
        double participation) {
    private static final int MAX_PARTS = 3;

    public Episode {
        parts = List.copyOf(parts);
        final String name = "episode " + kind + " of " + symbol + ": ";
        if (startNs < 0 || durationNs <= 0) {
            throw new FeedException(name + "start must be 0 or more, duration above 0");
        }
        if (side != AlertSide.ACCUMULATION && side != AlertSide.DISTRIBUTION) {
            throw new FeedException(name + "side must be ACCUMULATION or DISTRIBUTION");
        }
        if (!(participation > 0 && participation <= 0.4)) {
            throw new FeedException(name + "participation " + participation + " must be above 0 and at most 0.4");
        }
        if (kind == EpisodeKind.MIXTURE) {
            if (parts.size() < 2 || parts.size() > MAX_PARTS || parts.stream().distinct().count() < parts.size()
                    || parts.stream().anyMatch(part -> part.signal().isEmpty())) {
                throw new FeedException(name + "parts " + parts + " must be two or three different programmes");
            }
        } else if (!parts.isEmpty()) {
            throw new FeedException(name + "only a mixture has parts, not " + parts);
        }
        final boolean absorbs = kind == EpisodeKind.ABSORPTION || parts.contains(EpisodeKind.ABSORPTION);
        if (absorbs == (style == EpisodeStyle.NONE)) {
            throw new FeedException(name + "style " + style + (absorbs ? " must say how it absorbs" : " is only for absorption"));
        }
    }

    /** Of one kind; absorption is refilled by new orders. */
    public Episode(
            final String symbol, final EpisodeKind kind, final AlertSide side, final long startNs, final long durationNs,
            final double participation) {
        this(symbol, kind, side, kind == EpisodeKind.ABSORPTION ? EpisodeStyle.SYNTHETIC_REFILL : EpisodeStyle.NONE, List.of(), startNs,
                durationNs, participation);
    }

    public long endNs() {
        return startNs + durationNs;
    }

    /** The kinds that are carried out: its parts, or itself. */
    List<EpisodeKind> kinds() {
        return parts.isEmpty() ? List.of(kind) : parts;
    }

    /** 0 for what is no programme. */
    double target() {
        return kind.isProgramme() ? participation : 0;
    }
}
