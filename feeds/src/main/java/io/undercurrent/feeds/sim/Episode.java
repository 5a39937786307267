package io.undercurrent.feeds.sim;

import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.engine.feed.FeedException;

/**
 * A planned episode. For distribution everything is mirrored: offers for bids, sells for buys.
 *
 * @param startNs since the start of the session
 * @param participation share of all volume of the interval, off-exchange included, that the programme aims to execute itself, above 0 and at
 *     most 0.4; ignored for a confounder
 */
public record Episode(
        String symbol, EpisodeKind kind, AlertSide side, long startNs, long durationNs, double participation) {
    public Episode {
        if (startNs < 0 || durationNs <= 0) {
            throw new FeedException("episode " + kind + " of " + symbol + ": start must be 0 or more, duration above 0");
        }
        if (side != AlertSide.ACCUMULATION && side != AlertSide.DISTRIBUTION) {
            throw new FeedException("episode " + kind + " of " + symbol + ": side must be ACCUMULATION or DISTRIBUTION");
        }
        if (!(participation > 0 && participation <= 0.4)) {
            throw new FeedException(
                    "episode " + kind + " of " + symbol + ": participation " + participation + " must be above 0 and at most 0.4");
        }
    }

    public long endNs() {
        return startNs + durationNs;
    }
}
