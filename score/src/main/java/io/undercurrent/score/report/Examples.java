package io.undercurrent.score.report;

import io.undercurrent.codec.Times;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.card.AlarmScore;
import io.undercurrent.score.card.FalseAlarm;
import io.undercurrent.score.card.Length;
import io.undercurrent.score.card.Outcome;
import io.undercurrent.score.report.Example.Category;
import io.undercurrent.signals.SignalSide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Chooses what to draw: found programmes (those whose delay is most usual), missed ones (the largest first) and false alarms (on clean days
 * first), each time one of a kind after the other.
 */
final class Examples {
    private static final long BEFORE_NS = 20 * Times.MINUTE_NS;
    private static final long AFTER_NS = 10 * Times.MINUTE_NS;
    private static final long ALARM_BEFORE_NS = 40 * Times.MINUTE_NS;
    private static final long ALARM_AFTER_NS = 20 * Times.MINUTE_NS;

    private Examples() {
    }

    /** @param count of each category */
    static List<Example> of(final AlarmScore score, final int count) {
        final double usual = score.delay(Length.ALL).medianShare().value();
        final List<Example> examples = new ArrayList<>();
        inTurn(score.programmes().stream().filter(Outcome::found)
                .sorted(Comparator.comparingDouble(outcome -> Math.abs(outcome.delayShare() - usual))).toList(), Outcome::kind, count)
                .forEach(outcome -> examples.add(programme(Category.FOUND, outcome)));
        inTurn(score.programmes().stream().filter(outcome -> !outcome.found())
                .sorted(Comparator.comparingDouble(outcome -> -outcome.participation())).toList(), Outcome::kind, count)
                .forEach(outcome -> examples.add(programme(Category.MISSED, outcome)));
        inTurn(score.falseAlarmList().stream().sorted(Comparator.comparingInt(alarm -> alarm.days() == DayKind.CLEAN ? 0 : 1)).toList(),
                alarm -> (alarm.days() == DayKind.CLEAN ? "" : alarm.during()) + alarm.alarm().leading(), count)
                .forEach(alarm -> examples.add(falseAlarm(alarm)));
        return examples;
    }

    /** The first ones, one of each key after the other. */
    private static <T> List<T> inTurn(final List<T> all, final Function<T, String> key, final int count) {
        final Map<String, List<T>> byKey = new LinkedHashMap<>();
        all.forEach(one -> byKey.computeIfAbsent(key.apply(one), of -> new ArrayList<>()).add(one));
        final List<T> chosen = new ArrayList<>();
        for (int round = 0; chosen.size() < Math.min(count, all.size()); round++) {
            for (final List<T> of : byKey.values()) {
                if (round < of.size() && chosen.size() < count) {
                    chosen.add(of.get(round));
                }
            }
        }
        return chosen;
    }

    private static Example programme(final Category category, final Outcome outcome) {
        final String title = String.format(Locale.ROOT, "%s%s, %.1f %% of the volume", Figures.words(outcome.kind()),
                outcome.side() == SignalSide.ACCUMULATION ? "" : " (selling)", 100 * outcome.participation());
        return new Example(category, title, DayKind.PLANTED, outcome.seed(), outcome.symbol(), outcome.side(),
                outcome.startNs() - BEFORE_NS, outcome.endNs() + AFTER_NS);
    }

    private static Example falseAlarm(final FalseAlarm alarm) {
        final String where = alarm.during().isEmpty() ? Figures.words(alarm.days().name()) + " day" : Figures.words(alarm.during());
        return new Example(Category.FALSE_ALARM, Figures.words(alarm.alarm().leading().name()) + "-like, "
                + Figures.words(alarm.alarm().side().name()) + ", " + where, alarm.days(), alarm.seed(), alarm.symbol(), alarm.alarm().side(),
                alarm.alarm().timeNs() - ALARM_BEFORE_NS, alarm.alarm().timeNs() + ALARM_AFTER_NS);
    }
}
