package io.undercurrent.score.card;

import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.Measure;
import io.undercurrent.score.Samples;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.score.TickRegime;
import java.util.ArrayList;
import java.util.List;

/** Counts the samples in which measures were not available. */
final class Availabilities {
    private Availabilities() {
    }

    /** For each kind of day that there is, and each tick regime. */
    static List<Availability> of(final Population population, final AlertRules rules) {
        final List<Availability> all = new ArrayList<>();
        for (final DayKind kind : DayKind.values()) {
            for (final TickRegime ticks : TickRegime.values()) {
                final List<SymbolDay> of = population.of(kind).stream().filter(day -> ticks.holds(day.regime())).toList();
                if (!of.isEmpty()) {
                    for (final Measure measure : Measure.values()) {
                        all.add(of(kind, ticks, measure, of, rules));
                    }
                }
            }
        }
        return all;
    }

    private static Availability of(
            final DayKind kind, final TickRegime ticks, final Measure measure, final List<SymbolDay> days, final AlertRules rules) {
        final long[] counts = new long[4];
        for (final SymbolDay day : days) {
            day.allSamples((side, i) -> {
                final boolean missing = Float.isNaN(day.samples().value(measure, side, i));
                final boolean warm = !Float.isNaN(rules.judged(day.samples().sinceRestart(i), Samples.INTERVAL_NS, 0f));
                counts[0]++;
                counts[1] += warm ? 1 : 0;
                counts[2] += missing ? 1 : 0;
                counts[3] += warm && missing ? 1 : 0;
            });
        }
        return new Availability(kind, ticks, measure, counts[0], counts[1], (double) counts[2] / counts[0], (double) counts[3] / counts[1]);
    }
}
