package io.undercurrent.feeds.plant;

import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.feeds.sim.Episode;
import java.util.List;

/**
 * What is planted into a recording. Together with the recording it is all that the planted events depend on.
 *
 * @param seed of everything random
 * @param episodes on each day of the recording, programmes only; empty: drawn for each instrument and day, as {@link RandomPlan} says
 */
public record Planting(long seed, List<Episode> episodes) {
    public Planting {
        episodes = List.copyOf(episodes);
        for (int i = 0; i < episodes.size(); i++) {
            final Episode episode = episodes.get(i);
            if (!episode.kind().isProgramme()) {
                throw new FeedException(episode.kind() + " can't be planted into a recording: only programmes can");
            }
            for (final Episode other : episodes.subList(0, i)) {
                if (other.symbol().equals(episode.symbol()) && other.startNs() < episode.endNs() && episode.startNs() < other.endNs()) {
                    throw new FeedException("two programmes planted into " + episode.symbol() + " overlap");
                }
            }
        }
    }

    /** Programmes at random times, of random kind, side and size. */
    public static Planting random(final long seed) {
        return new Planting(seed, List.of());
    }
}
