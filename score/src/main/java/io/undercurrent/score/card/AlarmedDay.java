package io.undercurrent.score.card;

import io.undercurrent.codec.Times;
import io.undercurrent.score.Alarm;
import io.undercurrent.score.Label;
import io.undercurrent.score.SymbolDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A symbol-day and the alarms that the rules raise on it.
 *
 * @param alarms by time
 */
record AlarmedDay(SymbolDay day, List<Alarm> alarms) {
    /** Scores are averaged over a minute: so long they may speak of what is over. */
    static final long GRACE_NS = Times.MINUTE_NS;

    AlarmedDay {
        alarms = List.copyOf(alarms);
    }

    /** The first alarm of the programme's side while it goes on. */
    Optional<Alarm> first(final Label label) {
        return alarms.stream().filter(alarm -> alarm.side() == label.side() && label.covers(alarm.timeNs(), 0)).findFirst();
    }

    /** Alarms of either side during the episode or just after. */
    Stream<Alarm> during(final Label label) {
        return alarms.stream().filter(alarm -> label.covers(alarm.timeNs(), GRACE_NS));
    }

    /** Alarms of the other side during the programme or just after. */
    long wrongSide(final Label label) {
        return during(label).filter(alarm -> alarm.side() != label.side()).count();
    }

    /** Alarms that no programme of their side explains. */
    Stream<FalseAlarm> falseAlarms() {
        return alarms.stream().filter(alarm -> day.labels().stream().noneMatch(
                label -> label.isProgramme() && label.side() == alarm.side() && label.covers(alarm.timeNs(), GRACE_NS)))
                .map(alarm -> new FalseAlarm(day.kind(), day.seed(), day.symbol(), day.labels().stream()
                        .filter(label -> label.covers(alarm.timeNs(), GRACE_NS)).map(label -> label.kind().name()).findFirst().orElse(""), alarm));
    }

    /** Alarms outside all episodes. */
    long stray() {
        return alarms.stream().filter(alarm -> day.labels().stream().noneMatch(label -> label.covers(alarm.timeNs(), GRACE_NS))).count();
    }
}
