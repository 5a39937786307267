package io.undercurrent.score.card;

import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.Measure;
import io.undercurrent.score.TickRegime;
import io.undercurrent.score.metric.DayValues;
import io.undercurrent.score.metric.Separation;
import io.undercurrent.score.metric.Estimate;
import io.undercurrent.score.metric.Resamples;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Areas under curves of every measure. */
final class Separations {
    /** What looks like a sinkhole and is none. */
    private static final Set<String> SINKHOLE_LOOKALIKES = Set.of("SPOOF", "BROAD_DEMAND");
    private static final int CURVE_POINTS = 200;

    private final Population population;

    Separations(final Population population) {
        this.population = population;
    }

    MeasureScore score(final Measure measure) {
        final Group group = Group.of(measure);
        final List<SeparationScore> scores = new ArrayList<>();
        for (final Band band : Band.values()) {
            for (final TickRegime ticks : TickRegime.values()) {
                final List<Planted> programmes = population.episodes(group, band, ticks);
                scores.add(score(band, ticks, programmes.size(), separation(measure, programmes, ticks)));
            }
        }
        final Separation strong =
                separation(measure, population.episodes(group, Band.AT_LEAST_10, TickRegime.ALL), TickRegime.ALL);
        return new MeasureScore(measure, group.name(), scores,
                strong.roc(CURVE_POINTS), strong.precisionRecall(CURVE_POINTS));
    }

    private Separation separation(final Measure measure, final List<Planted> episodes, final TickRegime ticks) {
        return new Separation(Population.samples(measure, episodes), population.negatives(measure, ticks), population.days(DayKind.PLANTED),
                population.days(DayKind.CLEAN));
    }

    private SeparationScore score(final Band band, final TickRegime ticks, final int programmes, final Separation separation) {
        return new SeparationScore(band, ticks, programmes, separation.positives(), separation.negatives(), separation.prevalence(),
                population.estimate(separation::rocAuc),
                isHeadline(band, ticks) ? population.estimate(separation::prAuc) : Estimate.of(separation.prAuc(
                        Resamples.once(population.days(DayKind.PLANTED)), Resamples.once(population.days(DayKind.CLEAN)))));
    }

    /** The others get no interval of the precision: it would take most of the time. */
    private static boolean isHeadline(final Band band, final TickRegime ticks) {
        return band == Band.AT_LEAST_10 || (ticks == TickRegime.ALL && (band == Band.FROM_5_TO_10 || band == Band.FROM_2_TO_5));
    }

    /** The sinkhole signal on its programmes of 10 % and more, against the episodes that look like them. */
    SeparationScore sinkholeAgainstLookalikes() {
        final List<Planted> programmes =
                population.episodes(Group.of(EpisodeKind.SINKHOLE), Band.AT_LEAST_10, TickRegime.ALL);
        final DayValues negative = Population.samples(Measure.SINKHOLE,
                population.episodes().filter(episode -> SINKHOLE_LOOKALIKES.contains(episode.label().kind().name())).toList());
        final int days = population.days(DayKind.PLANTED);
        final Separation separation = new Separation(Population.samples(Measure.SINKHOLE, programmes), negative, days, days);
        return new SeparationScore(Band.AT_LEAST_10, TickRegime.ALL, programmes.size(), separation.positives(), separation.negatives(),
                separation.prevalence(), population.estimate((planted, clean) -> separation.rocAuc(planted, planted)),
                population.estimate((planted, clean) -> separation.prAuc(planted, planted)));
    }

    /** Programmes of 10 % and more, and all confounders. */
    List<CrossScore> cross() {
        return Stream.concat(Group.programmes().stream().map(group -> cross(group, Band.AT_LEAST_10)),
                Group.confounders().stream().map(group -> cross(group, Band.ALL))).filter(cross -> cross.episodes() > 0).toList();
    }

    private CrossScore cross(final Group group, final Band band) {
        final List<Planted> episodes = population.episodes(group, band, TickRegime.ALL);
        final int[] planted = Resamples.once(population.days(DayKind.PLANTED));
        final int[] clean = Resamples.once(population.days(DayKind.CLEAN));
        final Map<Measure, Double> rocAuc = new EnumMap<>(Measure.class);
        for (final Measure measure : Measure.values()) {
            if (measure.signal().isPresent() || measure == Measure.COMPOSITE) {
                rocAuc.put(measure, separation(measure, episodes, TickRegime.ALL).rocAuc(planted, clean));
            }
        }
        return new CrossScore(group.name(), band != Band.ALL, episodes.size(), rocAuc);
    }
}
