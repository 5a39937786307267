package io.undercurrent.score.fit;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.DayPool;
import io.undercurrent.score.DayProgress;
import io.undercurrent.score.DayRun;
import io.undercurrent.score.Detector;
import io.undercurrent.score.FalseAlarmThreshold;
import io.undercurrent.score.LabelledDay;
import io.undercurrent.score.Measure;
import io.undercurrent.score.SimulatedDays;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.signals.Calibration;
import io.undercurrent.signals.FittedConstants;
import io.undercurrent.signals.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fits the constants: the calibration on planted and clean days, then the alert threshold on the same clean days, simulated once more so
 * that the composite has the new calibration.
 */
public final class FitRun {
    /** A severity begins so much above the threshold: two, seven and thirty times the odds. */
    private static final float WARNING = 0.75f;
    private static final float CRITICAL = 2f;
    private static final float URGENT = 3.5f;

    private final Config config;
    private final DayPool pool;
    private final DayProgress progress;

    /** @param config its rows and alert rules are used, but for the threshold */
    public FitRun(final Config config, final DayPool pool, final DayProgress progress) {
        this.config = config;
        this.pool = pool;
        this.progress = progress;
    }

    /** @throws IllegalArgumentException the days have too little to fit on */
    public FittedConstants fit(final Training training) {
        final List<LabelledDay> clean = SimulatedDays.of(DayKind.CLEAN, training.seed(), training.cleanDays(), training.sessionNs());
        final List<LabelledDay> all =
                new ArrayList<>(SimulatedDays.of(DayKind.PLANTED, training.seed(), training.days(), training.sessionNs()));
        all.addAll(clean);
        final int steps = all.size() + clean.size();
        final Map<Signal, Calibration> calibration =
                CalibrationFit.fit(score(new DayRun(config), all, 0, steps));
        final DayRun fitted = new DayRun(config, calibration);
        final AlertRules rules = FalseAlarmThreshold.find(
                Detector.of(Measure.COMPOSITE, fitted.quiet()).tapes(score(fitted, clean, all.size(), steps)), fitted.rules(), fitted.quiet(),
                training.allowed());
        return new FittedConstants(calibration, rules.threshold(), rules.clearBelow(), rules.threshold() + WARNING,
                rules.threshold() + CRITICAL, rules.threshold() + URGENT);
    }

    private List<SymbolDay> score(final DayRun run, final List<LabelledDay> days, final int before, final int steps) {
        return pool.map(days, day -> run.score(day, 0), done -> progress.days(before + done, steps)).stream().flatMap(List::stream).toList();
    }
}
