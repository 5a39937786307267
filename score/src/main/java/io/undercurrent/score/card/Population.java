package io.undercurrent.score.card;

import io.undercurrent.score.DayKind;
import io.undercurrent.score.Label;
import io.undercurrent.score.Measure;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.score.TickRegime;
import io.undercurrent.score.metric.DayValues;
import io.undercurrent.score.metric.Resamples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The days that a scorecard is of, and their samples. One thread. */
final class Population {
    private final List<SymbolDay> planted;
    private final List<SymbolDay> clean;
    private final List<SymbolDay> troubled;
    private final int plantedDays;
    private final int cleanDays;
    private final Resamples resamples;
    private final Map<Negatives, DayValues> negatives = new HashMap<>();

    private record Negatives(Measure measure, TickRegime ticks) {
    }

    Population(final List<SymbolDay> days, final long seed, final int draws) {
        planted = of(days, DayKind.PLANTED);
        clean = of(days, DayKind.CLEAN);
        troubled = of(days, DayKind.TROUBLED);
        plantedDays = count(planted);
        cleanDays = count(clean);
        resamples = Resamples.draw(seed, draws, plantedDays, cleanDays);
    }

    private static List<SymbolDay> of(final List<SymbolDay> days, final DayKind kind) {
        return days.stream().filter(day -> day.kind() == kind).toList();
    }

    private static int count(final List<SymbolDay> days) {
        return days.stream().mapToInt(SymbolDay::day).max().orElse(-1) + 1;
    }

    List<SymbolDay> planted() {
        return planted;
    }

    List<SymbolDay> clean() {
        return clean;
    }

    List<SymbolDay> troubled() {
        return troubled;
    }

    int plantedDays() {
        return plantedDays;
    }

    int cleanDays() {
        return cleanDays;
    }

    Resamples resamples() {
        return resamples;
    }

    /** The episodes of the planted days. */
    Stream<Programme> episodes() {
        return planted.stream().flatMap(day -> day.labels().stream().map(label -> new Programme(day, label)));
    }

    List<Programme> programmes(final Predicate<Label> which, final Band band, final TickRegime ticks) {
        return episodes().filter(programme -> programme.label().isProgramme() && which.test(programme.label())
                && band.holds(programme.label().participation()) && ticks.holds(programme.day().regime())).toList();
    }

    /** The samples inside the episodes, on their side. */
    static DayValues samples(final Measure measure, final List<Programme> episodes) {
        final DayValues.Collector collector = new DayValues.Collector();
        for (final Programme episode : episodes) {
            final SymbolDay day = episode.day();
            day.samplesOf(episode.label(), (side, i) -> collector.add(day.samples().value(measure, side, i), day.day()));
        }
        return collector.sorted();
    }

    /** All samples of the clean days, both sides. */
    DayValues negatives(final Measure measure, final TickRegime ticks) {
        return negatives.computeIfAbsent(new Negatives(measure, ticks), key -> {
            final DayValues.Collector collector = new DayValues.Collector();
            for (final SymbolDay day : clean) {
                if (ticks.holds(day.regime())) {
                    day.allSamples((side, i) -> collector.add(day.samples().value(measure, side, i), day.day()));
                }
            }
            return collector.sorted();
        });
    }
}
