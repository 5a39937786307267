package io.undercurrent.score.card;

import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.score.Detector;
import io.undercurrent.score.FalseAlarmThreshold;
import io.undercurrent.score.Measure;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.score.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Makes scorecards of scored days. */
public final class Scoring {
    private static final Set<Measure> CURVES = Set.of(Measure.COMPOSITE, Measure.RANDOM, Measure.VOLUME_Z, Measure.OFI_Z);
    private static final long DRAW_SEED = 20_260_105;

    private final Setup setup;
    private final AlertRules configured;
    private final float quiet;

    /**
     * @param configured the rules; other thresholds are put into them
     * @param quiet net log-odds where nothing happens
     */
    public Scoring(final Setup setup, final AlertRules configured, final float quiet) {
        this.setup = setup;
        this.configured = configured;
        this.quiet = quiet;
    }

    /**
     * The scorecard of these days.
     *
     * @param days planted, clean and troubled ones
     * @param training clean ones, none of which is among {@code days}
     */
    public Scorecard score(final List<SymbolDay> days, final List<SymbolDay> training) {
        final Population population = new Population(days, DRAW_SEED, setup.draws());
        final Separations separations = new Separations(population);
        final List<MeasureScore> measures = Arrays.stream(Measure.values()).map(separations::score).toList();
        final SeparationScore lookalikes = separations.sinkholeAgainstLookalikes();
        final List<Tape> tapes = Detector.of(Measure.COMPOSITE, quiet).tapes(training);
        final AlertRules trainedRules = FalseAlarmThreshold.find(tapes, configured, quiet, setup.allowed());
        final AlarmScore trained = alarms(population, trainedRules);
        final List<RecallCurve> curves = new ArrayList<>();
        final List<DetectorScore> detectors = new ArrayList<>();
        for (final Measure measure : Measure.values()) {
            // one after the other: each holds its own tapes
            final MeasureDetector detector = new MeasureDetector(population, measure, configured, quiet);
            if (CURVES.contains(measure)) {
                curves.add(detector.curve());
            }
            detectors.add(detector.score(training, setup.allowed()));
        }
        return new Scorecard(setup, Targets.of(measures, lookalikes, trained), measures, lookalikes, trained,
                tapes.isEmpty() ? Double.NaN : FalseAlarmThreshold.alarmsPerTape(tapes, trainedRules), alarms(population, configured),
                curves, detectors, separations.cross(), Availabilities.of(population, configured));
    }

    private static AlarmScore alarms(final Population population, final AlertRules rules) {
        return new Alarms(population, rules, day -> day.tape().alarms(rules)).score();
    }
}
