package io.undercurrent.score.card;

import io.undercurrent.score.DayKind;
import io.undercurrent.score.Measure;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.score.TickRegime;
import io.undercurrent.score.metric.DayValues;
import io.undercurrent.score.metric.Estimate;
import io.undercurrent.score.metric.Resamples;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The days that a scorecard is of, and their samples. One thread. */
final class Population {
    private final Map<DayKind, List<SymbolDay>> days = new EnumMap<>(DayKind.class);
    private final Resamples resamples;
    private final Map<Negatives, DayValues> negatives = new HashMap<>();

    private record Negatives(Measure measure, TickRegime ticks) {
    }

    Population(final List<SymbolDay> days, final long seed, final int draws) {
        for (final DayKind kind : DayKind.values()) {
            this.days.put(kind, days.stream().filter(day -> day.kind() == kind).toList());
        }
        resamples = Resamples.draw(seed, draws, days(DayKind.PLANTED), days(DayKind.CLEAN));
    }

    List<SymbolDay> of(final DayKind kind) {
        return days.get(kind);
    }

    /** Number of days, each with several instruments. */
    int days(final DayKind kind) {
        return of(kind).stream().mapToInt(SymbolDay::day).max().orElse(-1) + 1;
    }

    /** A figure of planted and clean days with its interval. */
    Estimate estimate(final Resamples.Figure figure) {
        return resamples.estimate(days(DayKind.PLANTED), days(DayKind.CLEAN), figure);
    }

    /** The episodes of the planted days. */
    Stream<Planted> episodes() {
        return of(DayKind.PLANTED).stream().flatMap(day -> day.labels().stream().map(label -> new Planted(day, label)));
    }

    List<Planted> episodes(final Group group, final Band band, final TickRegime ticks) {
        return episodes().filter(episode -> group.which().test(episode.label()) && band.holds(episode.label().participation())
                && ticks.holds(episode.day().regime())).toList();
    }

    /** The samples inside the episodes, on their side. */
    static DayValues samples(final Measure measure, final List<Planted> episodes) {
        final DayValues.Collector collector = new DayValues.Collector();
        for (final Planted episode : episodes) {
            final SymbolDay day = episode.day();
            day.samplesOf(episode.label(), (side, i) -> collector.add(day.samples().value(measure, side, i), day.day()));
        }
        return collector.sorted();
    }

    /** All samples of the clean days, both sides. */
    DayValues negatives(final Measure measure, final TickRegime ticks) {
        return negatives.computeIfAbsent(new Negatives(measure, ticks), key -> {
            final DayValues.Collector collector = new DayValues.Collector();
            for (final SymbolDay day : of(DayKind.CLEAN)) {
                if (ticks.holds(day.regime())) {
                    day.allSamples((side, i) -> collector.add(day.samples().value(measure, side, i), day.day()));
                }
            }
            return collector.sorted();
        });
    }
}
