package io.undercurrent.feeds.sim;

import io.undercurrent.codec.sbe.AlertSide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A day on which every instrument's feed is in one trouble after the other, with pauses in which signals may come back; from the seed alone. */
final class TroublePlan {
    private static final long STREAM = 1L << 41;
    private static final double FIRST_LATEST_MINUTES = 60;
    private static final double LEAST_MINUTES = 5;
    private static final double MOST_MINUTES = 45;
    private static final double LEAST_BETWEEN_MINUTES = 1;
    private static final double MOST_BETWEEN_MINUTES = 25;
    private static final double TAIL_MINUTES = 2;

    /** Crossed books are the most treacherous. */
    private static final EpisodeKind[] KINDS = {EpisodeKind.CROSSED, EpisodeKind.CROSSED, EpisodeKind.ONE_SIDED, EpisodeKind.STUB_QUOTES,
        EpisodeKind.RESET, EpisodeKind.GAP};

    private TroublePlan() {
    }

    static List<Episode> of(final long seed, final List<SimulatedInstrument> instruments, final long sessionNs) {
        final List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < instruments.size(); i++) {
            final SimRandom random = new SimRandom(seed, STREAM + i);
            long startNs = DayPlan.minutes(random.between(0, FIRST_LATEST_MINUTES));
            while (true) {
                final AlertSide side = random.chance(0.5) ? AlertSide.ACCUMULATION : AlertSide.DISTRIBUTION;
                final Episode episode = new Episode(instruments.get(i).symbol(), KINDS[random.below(KINDS.length)], side, startNs,
                        DayPlan.minutes(DayPlan.logUniform(random, LEAST_MINUTES, MOST_MINUTES)), 0.1);
                if (episode.endNs() + DayPlan.minutes(TAIL_MINUTES) > sessionNs) {
                    break;
                }
                episodes.add(episode);
                startNs = episode.endNs() + DayPlan.minutes(DayPlan.logUniform(random, LEAST_BETWEEN_MINUTES, MOST_BETWEEN_MINUTES));
            }
        }
        episodes.sort(Comparator.comparingLong(Episode::startNs).thenComparing(Episode::symbol));
        return List.copyOf(episodes);
    }
}
