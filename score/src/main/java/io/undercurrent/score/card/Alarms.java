package io.undercurrent.score.card;

import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.score.Alarm;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.Label;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.score.TickRegime;
import io.undercurrent.signals.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Scores the alarms of all days. One thread. */
final class Alarms {
    private final Population population;
    private final AlertRules rules;
    private final List<AlarmedDay> planted;
    private final List<AlarmedDay> clean;
    private final List<AlarmedDay> troubled;

    /** @param alarms what the rules raise on a symbol-day */
    Alarms(final Population population, final AlertRules rules, final Function<SymbolDay, List<Alarm>> alarms) {
        this.population = population;
        this.rules = rules;
        planted = alarmed(population.of(DayKind.PLANTED), alarms);
        clean = alarmed(population.of(DayKind.CLEAN), alarms);
        troubled = alarmed(population.of(DayKind.TROUBLED), alarms);
    }

    private static List<AlarmedDay> alarmed(final List<SymbolDay> days, final Function<SymbolDay, List<Alarm>> alarms) {
        return days.stream().map(day -> new AlarmedDay(day, alarms.apply(day))).toList();
    }

    AlarmScore score() {
        final List<Outcome> outcomes = planted.stream().flatMap(day -> programmes(day).map(label -> outcome(day, label))).toList();
        return new AlarmScore(rules.threshold(), rules.clearBelow(), falseAlarms(), stray(), wrongSide(), troubled(), recall(),
                Arrays.stream(Length.values()).map(this::delay).toList(), leading(),
                episodes(Group.confounders(), planted, DayKind.PLANTED), episodes(Group.troubles(), troubled, DayKind.TROUBLED), outcomes,
                Stream.of(planted, clean, troubled).flatMap(List::stream).flatMap(AlarmedDay::falseAlarms).toList());
    }

    private static Stream<Label> programmes(final AlarmedDay day) {
        return day.day().labels().stream().filter(Label::isProgramme);
    }

    private static Outcome outcome(final AlarmedDay day, final Label label) {
        final Band band = Arrays.stream(Band.values()).filter(of -> of != Band.ALL && of.holds(label.participation())).findFirst()
                .orElseThrow();
        return new Outcome(day.day().seed(), label.symbol(), day.day().regime(), label.kind().name(), label.side(), band,
                label.participation(), label.startNs(), label.endNs(), day.first(label));
    }

    Rate falseAlarms() {
        final Ratio ratio = new Ratio(population, DayKind.CLEAN);
        clean.forEach(day -> ratio.add(day, day.alarms().size(), 1));
        return ratio.rate();
    }

    private Rate stray() {
        final Ratio ratio = new Ratio(population, DayKind.PLANTED);
        planted.forEach(day -> ratio.add(day, day.stray(), 1));
        return ratio.rate();
    }

    private Rate wrongSide() {
        final Ratio ratio = new Ratio(population, DayKind.PLANTED);
        planted.forEach(day -> programmes(day).forEach(label -> ratio.add(day, day.wrongSide(label), 1)));
        return ratio.rate();
    }

    private Rate troubled() {
        final Ratio ratio = new Ratio(population, DayKind.TROUBLED);
        troubled.forEach(day -> ratio.add(day, day.alarms().size(), 1));
        return ratio.rate();
    }

    /** Of these programmes. */
    Rate recall(final Group group, final Band band, final TickRegime ticks) {
        final Ratio ratio = new Ratio(population, DayKind.PLANTED);
        planted.stream().filter(day -> ticks.holds(day.day().regime())).forEach(day -> programmes(day)
                .filter(label -> group.which().test(label) && band.holds(label.participation()))
                .forEach(label -> ratio.add(day, day.first(label).isPresent() ? 1 : 0, 1)));
        return ratio.rate();
    }

    private List<RecallScore> recall() {
        final List<RecallScore> scores = new ArrayList<>();
        for (final Band band : Band.values()) {
            for (final TickRegime ticks : TickRegime.values()) {
                Stream.concat(Stream.of(Group.ALL), there(Group.programmes(), planted)).forEach(
                        group -> scores.add(new RecallScore(group.name(), band, ticks, recall(group, band, ticks))));
            }
        }
        return scores;
    }

    /** Those of the groups that there are. */
    private static Stream<Group> there(final List<Group> groups, final List<AlarmedDay> days) {
        return groups.stream().filter(group -> days.stream().anyMatch(day -> day.day().labels().stream().anyMatch(group.which())));
    }

    private DelayScore delay(final Length length) {
        final Delays seconds = new Delays(population);
        final Delays shares = new Delays(population);
        planted.forEach(day -> programmes(day).filter(label -> length.holds(label.durationNs())).map(label -> outcome(day, label))
                .filter(Outcome::found).forEach(outcome -> {
                    seconds.add(day.day().day(), outcome.delaySeconds());
                    shares.add(day.day().day(), outcome.delayShare());
                }));
        return new DelayScore(length, seconds.size(), seconds.quantile(0.5), seconds.quantile(0.9), shares.quantile(0.5), shares.quantile(0.9));
    }

    private List<LeadingScore> leading() {
        return there(Group.programmes(), planted).map(group -> {
            final List<Outcome> outcomes = planted.stream().flatMap(day -> programmes(day).filter(group.which())
                    .map(label -> outcome(day, label))).toList();
            final Map<Signal, Integer> leading = counts(outcomes.stream().flatMap(outcome -> outcome.first().stream()));
            return new LeadingScore(group.name(), outcomes.size(), leading,
                    outcomes.size() - leading.values().stream().mapToInt(Integer::intValue).sum());
        }).toList();
    }

    /** Alarms during the episodes of each group that there is. */
    private List<EpisodeScore> episodes(final List<Group> groups, final List<AlarmedDay> days, final DayKind kind) {
        return there(groups, days).map(group -> {
            final Ratio ratio = new Ratio(population, kind);
            final List<Alarm> alarms = new ArrayList<>();
            days.forEach(day -> day.day().labels().stream().filter(group.which()).forEach(label -> {
                final List<Alarm> of = day.during(label).toList();
                ratio.add(day, of.size(), 1);
                alarms.addAll(of);
            }));
            return new EpisodeScore(group.name(), ratio.rate(), counts(alarms.stream()));
        }).toList();
    }

    private static Map<Signal, Integer> counts(final Stream<Alarm> alarms) {
        final Map<Signal, Integer> counts = new EnumMap<>(Signal.class);
        for (final Signal signal : Signal.values()) {
            counts.put(signal, 0);
        }
        alarms.forEach(alarm -> counts.merge(alarm.leading(), 1, Integer::sum));
        return counts;
    }
}
