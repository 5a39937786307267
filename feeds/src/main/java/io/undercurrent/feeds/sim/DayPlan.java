package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A random planted day: kinds, sides, times, durations and participations from the seed alone. Each instrument has its own sequence of episodes, so
 * another list of instruments changes none of the others.
 */
final class DayPlan {
    private static final long STREAM = 1L << 40;
    private static final long MARKET_STREAM = STREAM - 1;

    /** The signals first learn what is normal. */
    private static final double FIRST_MINUTES = 45;
    private static final double FIRST_MEAN_MINUTES = 20;
    private static final double LEAST_BETWEEN_MINUTES = 20;
    private static final double BETWEEN_MEAN_MINUTES = 35;
    private static final double TAIL_MINUTES = 2;
    private static final double SELLING = 0.18;
    private static final double PROGRAMMES = 0.6;
    private static final double RALLY_DAYS = 0.5;

    private static final EpisodeKind[] PARTS = {EpisodeKind.ABSORPTION, EpisodeKind.CREEP, EpisodeKind.DARK_POOL, EpisodeKind.SINKHOLE,
        EpisodeKind.CONTRACTION};

    /** What is planted on one instrument, and how long it lasts, minutes. */
    private enum Confounder {
        SPOOF(EpisodeKind.SPOOF, 5, 20),
        BUSY_SURGE(EpisodeKind.BUSY_SURGE, 5, 20),
        LULL(EpisodeKind.LULL, 10, 30),
        NEWS_JUMP(EpisodeKind.NEWS_JUMP, 10, 20),
        PLAIN_SELLING(EpisodeKind.PLAIN_SELLING, 5, 20),
        BROAD_DEMAND(EpisodeKind.BROAD_DEMAND, 10, 40),
        RETAIL_BURST(EpisodeKind.RETAIL_BURST, 4, 15);

        private final EpisodeKind kind;
        private final double least;
        private final double most;

        Confounder(final EpisodeKind kind, final double least, final double most) {
            this.kind = kind;
            this.least = least;
            this.most = most;
        }
    }

    private DayPlan() {
    }

    static List<Episode> of(final long seed, final List<SimulatedInstrument> instruments, final long sessionNs) {
        final SimRandom market = new SimRandom(seed, MARKET_STREAM);
        final boolean rallies = market.chance(RALLY_DAYS);
        final long rallyStartNs = minutes(market.between(FIRST_MINUTES, 350));
        final long rallyNs = minutes(market.between(10.0, 20.0));
        final AlertSide rallySide = side(market);
        final List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < instruments.size(); i++) {
            final SimRandom random = new SimRandom(seed, STREAM + i);
            final String symbol = instruments.get(i).symbol();
            if (rallies && rallyStartNs + rallyNs <= sessionNs) {
                episodes.add(new Episode(symbol, EpisodeKind.RALLY, rallySide, rallyStartNs, rallyNs, 0.1));
            }
            long startNs = minutes(FIRST_MINUTES + FIRST_MEAN_MINUTES * random.exponential());
            while (startNs < sessionNs) {
                final Episode episode = draw(instruments.get(i), startNs, random);
                if (rallies && episode.endNs() + minutes(LEAST_BETWEEN_MINUTES) > rallyStartNs
                        && startNs < rallyStartNs + rallyNs + minutes(LEAST_BETWEEN_MINUTES)) {
                    startNs = rallyStartNs + rallyNs + betweenNs(random);
                } else {
                    if (episode.endNs() + minutes(TAIL_MINUTES) <= sessionNs) {
                        episodes.add(episode);
                    }
                    startNs = episode.endNs() + betweenNs(random);
                }
            }
        }
        episodes.sort(Comparator.comparingLong(Episode::startNs).thenComparing(Episode::symbol));
        return List.copyOf(episodes);
    }

    private static Episode draw(final SimulatedInstrument instrument, final long startNs, final SimRandom random) {
        final String symbol = instrument.symbol();
        final AlertSide side = side(random);
        final double participation = logUniform(random, 0.02, 0.2);
        if (!random.chance(PROGRAMMES)) {
            final Confounder confounder = Confounder.values()[random.below(Confounder.values().length)];
            return new Episode(
                    symbol, confounder.kind, side, startNs, minutes(random.between(confounder.least, confounder.most)), participation);
        }
        final long durationNs = minutes(logUniform(random, 5, 60));
        final List<EpisodeStyle> styles = EpisodeStyle.possible(instrument);
        final EpisodeStyle style = styles.get(random.below(styles.size()));
        final int kind = random.below(PARTS.length + 1);
        if (kind < PARTS.length) {
            return new Episode(symbol, PARTS[kind], side, PARTS[kind] == EpisodeKind.ABSORPTION ? style : EpisodeStyle.NONE, List.of(),
                    startNs, durationNs, participation);
        }
        final List<EpisodeKind> parts = parts(random);
        return new Episode(symbol, EpisodeKind.MIXTURE, side, parts.contains(EpisodeKind.ABSORPTION) ? style : EpisodeStyle.NONE, parts,
                startNs, durationNs, participation);
    }

    /** Two or three different ones. */
    private static List<EpisodeKind> parts(final SimRandom random) {
        final List<EpisodeKind> left = new ArrayList<>(List.of(PARTS));
        final int count = random.between(2, 3);
        while (left.size() > count) {
            left.remove(random.below(left.size()));
        }
        return left;
    }

    private static AlertSide side(final SimRandom random) {
        return random.chance(SELLING) ? AlertSide.DISTRIBUTION : AlertSide.ACCUMULATION;
    }

    private static long betweenNs(final SimRandom random) {
        return minutes(LEAST_BETWEEN_MINUTES + BETWEEN_MEAN_MINUTES * random.exponential());
    }

    static double logUniform(final SimRandom random, final double low, final double high) {
        return low * StrictMath.exp(random.uniform() * StrictMath.log(high / low));
    }

    static long minutes(final double minutes) {
        return Math.round(minutes * Times.MINUTE_NS);
    }
}
