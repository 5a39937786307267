package io.undercurrent.score.card;

import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.Measure;
import io.undercurrent.score.SymbolDay;
import java.util.Arrays;
import java.util.List;

/**
 * A recorded day: programmes planted into it, and its own alarms, of which nobody knows whether they are right.
 *
 * @param measures areas under curves, each measure of its own kind of programme; negatives are the samples of the recording as it is
 * @param alarms of the planted days, and with {@code falseAlarms} those of the recording as it is
 * @param own every alarm of the recording as it is
 */
public record RecordedScore(
        long seed, int plantings, int rowMs, int draws, List<MeasureScore> measures, AlarmScore alarms, List<FalseAlarm> own,
        List<Availability> availability) {
    private static final long DRAW_SEED = 20_131_007;

    public RecordedScore {
        measures = List.copyOf(measures);
        own = List.copyOf(own);
        availability = List.copyOf(availability);
    }

    /**
     * Scores them.
     *
     * @param seed of the first planting
     * @param draws of plantings, for the intervals
     * @param days of {@code RecordedDays}
     */
    public static RecordedScore of(
            final long seed, final int plantings, final int rowMs, final int draws, final List<SymbolDay> days, final AlertRules rules) {
        final Population population = new Population(days, DRAW_SEED, draws);
        final Separations separations = new Separations(population);
        final AlarmScore alarms = new Alarms(population, rules, day -> day.tape().alarms(rules)).score();
        return new RecordedScore(seed, plantings, rowMs, draws, Arrays.stream(Measure.values()).map(separations::score).toList(), alarms,
                alarms.falseAlarmList().stream().filter(alarm -> alarm.days() == DayKind.CLEAN).toList(),
                Availabilities.of(population, rules));
    }
}
