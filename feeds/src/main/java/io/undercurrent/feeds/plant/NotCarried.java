package io.undercurrent.feeds.plant;

import io.undercurrent.feeds.sim.EpisodeKind;

/**
 * A planned programme that is not in the recording.
 *
 * @param startNs UTC
 * @param reason why the recording can't carry it
 */
public record NotCarried(long startNs, String symbol, EpisodeKind kind, String reason) {
}
