package io.undercurrent.score.card;

import io.undercurrent.codec.sbe.SignalKind;
import io.undercurrent.feeds.sim.EpisodeKind;
import io.undercurrent.score.Label;
import io.undercurrent.score.Measure;
import io.undercurrent.score.TickRegime;
import io.undercurrent.score.metric.DayValues;
import io.undercurrent.score.metric.Separation;
import io.undercurrent.score.metric.Resamples;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
        final Predicate<Label> which = measure.signal().isPresent() ? label -> isOwn(measure, label.kind()) : label -> true;
        final List<SeparationScore> scores = new ArrayList<>();
        for (final Band band : Band.values()) {
            for (final TickRegime ticks : TickRegime.values()) {
                final List<Programme> programmes = population.programmes(which, band, ticks);
                scores.add(score(band, ticks, programmes.size(), separation(measure, programmes, ticks)));
            }
        }
        final Separation strong =
                separation(measure, population.programmes(which, Band.AT_LEAST_10, TickRegime.ALL), TickRegime.ALL);
        return new MeasureScore(measure, measure.signal().isPresent() ? measure.name() : MeasureScore.ALL_KINDS, scores,
                strong.roc(CURVE_POINTS), strong.precisionRecall(CURVE_POINTS));
    }

    static boolean isOwn(final Measure measure, final EpisodeKind kind) {
        return kind.signal().map(SignalKind::name).filter(measure.name()::equals).isPresent();
    }

    private Separation separation(final Measure measure, final List<Programme> episodes, final TickRegime ticks) {
        return new Separation(Population.samples(measure, episodes), population.negatives(measure, ticks), population.plantedDays(),
                population.cleanDays());
    }

    private SeparationScore score(final Band band, final TickRegime ticks, final int programmes, final Separation separation) {
        return new SeparationScore(band, ticks, programmes, separation.positives(), separation.negatives(), separation.prevalence(),
                separation.rocAuc(population.resamples()), separation.prAuc(population.resamples()));
    }

    /** The sinkhole signal on its programmes of 10 % and more, against the episodes that look like them. */
    SeparationScore sinkholeAgainstLookalikes() {
        final List<Programme> programmes =
                population.programmes(label -> label.kind() == EpisodeKind.SINKHOLE, Band.AT_LEAST_10, TickRegime.ALL);
        final DayValues negative = Population.samples(Measure.SINKHOLE,
                population.episodes().filter(episode -> SINKHOLE_LOOKALIKES.contains(episode.label().kind().name())).toList());
        final int days = population.plantedDays();
        final Separation separation = new Separation(Population.samples(Measure.SINKHOLE, programmes), negative, days, days);
        final Resamples resamples = population.resamples();
        return new SeparationScore(Band.AT_LEAST_10, TickRegime.ALL, programmes.size(), separation.positives(), separation.negatives(),
                separation.prevalence(), resamples.estimate(days, days, (planted, clean) -> separation.rocAuc(planted, planted)),
                resamples.estimate(days, days, (planted, clean) -> separation.prAuc(planted, planted)));
    }

    List<CrossScore> cross() {
        return Stream.of(EpisodeKind.values()).map(this::cross).filter(cross -> cross.episodes() > 0).toList();
    }

    private CrossScore cross(final EpisodeKind kind) {
        final List<Programme> programmes = population.programmes(label -> label.kind() == kind, Band.AT_LEAST_10, TickRegime.ALL);
        final List<Programme> episodes = programmes.isEmpty()
                ? population.episodes().filter(episode -> episode.label().kind() == kind && !episode.label().isProgramme()).toList()
                : programmes;
        final int[] planted = Resamples.once(population.plantedDays());
        final int[] clean = Resamples.once(population.cleanDays());
        final Map<Measure, Double> rocAuc = new EnumMap<>(Measure.class);
        for (final Measure measure : Measure.values()) {
            if (measure.signal().isPresent() || measure == Measure.COMPOSITE) {
                rocAuc.put(measure, separation(measure, episodes, TickRegime.ALL).rocAuc(planted, clean));
            }
        }
        return new CrossScore(kind.name(), !programmes.isEmpty(), episodes.size(), rocAuc);
    }
}
