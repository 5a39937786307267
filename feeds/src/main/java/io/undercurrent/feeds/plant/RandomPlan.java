package io.undercurrent.feeds.plant;

import io.undercurrent.codec.Times;
import io.undercurrent.codec.sbe.AlertSide;
import io.undercurrent.feeds.sim.Episode;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.feeds.sim.EpisodeStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Programmes of one instrument and session at random, as the simulator's planted days have them: the first one 45 minutes after the start or
 * later, at least 20 minutes between two, 5 to 60 minutes long and of 2 to 20 % (both log-uniform), 18 % of them selling.
 */
final class RandomPlan {
    private static final double FIRST_MINUTES = 45;
    private static final double FIRST_MEAN_MINUTES = 20;
    private static final double LEAST_BETWEEN_MINUTES = 20;
    private static final double BETWEEN_MEAN_MINUTES = 35;
    private static final double LEAST_MINUTES = 5;
    private static final double MOST_MINUTES = 60;
    private static final double LEAST_SHARE = 0.02;
    private static final double MOST_SHARE = 0.2;
    private static final double SELLING = 0.18;

    private final SplittableRandom random;

    RandomPlan(final SplittableRandom random) {
        this.random = random;
    }

    /** From the beginning to the start of the first programme. */
    long firstNs() {
        return minutes(FIRST_MINUTES + FIRST_MEAN_MINUTES * exponential());
    }

    /** From the end of one to the start of the next. */
    long betweenNs() {
        return minutes(LEAST_BETWEEN_MINUTES + BETWEEN_MEAN_MINUTES * exponential());
    }

    /**
     * A programme.
     *
     * @param startNs since the start of the session
     * @param kinds those to choose from, one at least; with two there can be mixtures
     */
    Episode draw(final String symbol, final long startNs, final List<EpisodeKind> kinds, final List<EpisodeStyle> styles) {
        final AlertSide side = random.nextDouble() < SELLING ? AlertSide.DISTRIBUTION : AlertSide.ACCUMULATION;
        final double participation = logUniform(LEAST_SHARE, MOST_SHARE);
        final long durationNs = minutes(logUniform(LEAST_MINUTES, MOST_MINUTES));
        final EpisodeStyle style = styles.get(random.nextInt(styles.size()));
        final int chosen = random.nextInt(kinds.size() + (kinds.size() > 1 ? 1 : 0));
        final List<EpisodeKind> parts = chosen < kinds.size() ? List.of() : parts(kinds);
        final EpisodeKind kind = chosen < kinds.size() ? kinds.get(chosen) : EpisodeKind.MIXTURE;
        final boolean absorbs = kind == EpisodeKind.ABSORPTION || parts.contains(EpisodeKind.ABSORPTION);
        return new Episode(symbol, kind, side, absorbs ? style : EpisodeStyle.NONE, parts, startNs, durationNs, participation);
    }

    /** Two or three different ones. */
    private List<EpisodeKind> parts(final List<EpisodeKind> kinds) {
        final List<EpisodeKind> left = new ArrayList<>(kinds);
        final int count = Math.min(kinds.size(), 2 + random.nextInt(2));
        while (left.size() > count) {
            left.remove(random.nextInt(left.size()));
        }
        return left;
    }

    private double logUniform(final double low, final double high) {
        return low * StrictMath.exp(random.nextDouble() * StrictMath.log(high / low));
    }

    private double exponential() {
        return -StrictMath.log(1 - random.nextDouble());
    }

    private static long minutes(final double minutes) {
        return Math.round(minutes * Times.MINUTE_NS);
    }
}
