package io.undercurrent.score.card;

import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.Detector;
import io.undercurrent.score.FalseAlarmThreshold;
import io.undercurrent.score.Measure;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.score.Tape;
import io.undercurrent.score.TickRegime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** One measure as a detector: its threshold from training days, and what it finds at that and any other threshold. One thread. */
final class MeasureDetector {
    private static final int POINTS = 72;

    private final Population population;
    private final Detector detector;
    private final AlertRules rules;
    private final IdentityHashMap<SymbolDay, Tape> tapes = new IdentityHashMap<>();
    private final Group group;

    /** @param rules all but the threshold */
    MeasureDetector(final Population population, final Measure measure, final AlertRules rules, final float quiet) {
        this.population = population;
        this.rules = rules;
        detector = Detector.of(measure, quiet);
        population.of(DayKind.PLANTED).forEach(day -> tapes.put(day, detector.tape(day)));
        population.of(DayKind.CLEAN).forEach(day -> tapes.put(day, detector.tape(day)));
        group = Group.of(measure);
    }

    DetectorScore score(final List<SymbolDay> training, final double allowed) {
        final List<Tape> trained = detector.tapes(training);
        final AlertRules found = FalseAlarmThreshold.find(trained, rules, detector.quiet(), allowed);
        final Alarms alarms = alarms(found);
        final Measure measure = detector.measure();
        return new DetectorScore(measure, group.name(), found.threshold(),
                FalseAlarmThreshold.alarmsPerTape(trained, found), alarms.falseAlarms(), alarms.recall(group, Band.AT_LEAST_10, TickRegime.ALL),
                alarms.recall(group, Band.FROM_5_TO_10, TickRegime.ALL), alarms.recall(group, Band.FROM_2_TO_5, TickRegime.ALL));
    }

    private Alarms alarms(final AlertRules at) {
        return new Alarms(population, at, day -> tapes.containsKey(day) ? tapes.get(day).alarms(at) : List.of());
    }

    /** From where nothing is raised down to quiet. */
    RecallCurve curve() {
        float high = detector.quiet();
        for (final Tape tape : tapes.values()) {
            high = Math.max(high, tape.highest());
        }
        final List<RecallPoint> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            final float threshold = high - (high - detector.quiet()) * i / POINTS;
            final Alarms alarms = alarms(rules.at(threshold, detector.quiet()));
            points.add(new RecallPoint(threshold, share(alarms.falseAlarms()), share(alarms, Band.ALL), share(alarms, Band.AT_LEAST_10),
                    share(alarms, Band.FROM_5_TO_10), share(alarms, Band.FROM_2_TO_5)));
        }
        return new RecallCurve(detector.measure(), points);
    }

    private double share(final Alarms alarms, final Band band) {
        return share(alarms.recall(group, band, TickRegime.ALL));
    }

    private static double share(final Rate rate) {
        return rate.perUnit().value();
    }
}
