package io.undercurrent.score.card;

import io.undercurrent.score.Measure;
import io.undercurrent.score.TickRegime;
import io.undercurrent.score.metric.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the signals are meant to reach, beside what they do. One thread. */
final class Targets {
    private static final String SPOOF = "SPOOF";
    /** Alarms per episode; every other confounder has the usual one. */
    private static final Map<String, Double> CONFOUNDERS = Map.of("BROAD_DEMAND", 0.2);
    private static final double CONFOUNDER = 0.1;

    private final List<Target> targets = new ArrayList<>();

    private Targets() {
    }

    static List<Target> of(final List<MeasureScore> measures, final SeparationScore lookalikes, final AlarmScore trained) {
        final Targets targets = new Targets();
        targets.areas(measures, lookalikes);
        targets.alarms(trained);
        return List.copyOf(targets.targets);
    }

    private void areas(final List<MeasureScore> measures, final SeparationScore lookalikes) {
        area(measures, Measure.ABSORPTION, TickRegime.ALL, 0.95, 0.95);
        area(measures, Measure.CREEP, TickRegime.ALL, 0.93, 0.93);
        area(measures, Measure.DARK_POOL, TickRegime.ONE_TICK, 0.9, 0.9);
        area(measures, Measure.DARK_POOL, TickRegime.WIDER, 0.8, 0.8);
        area(measures, Measure.CONTRACTION, TickRegime.WIDER, 0.95, 0.95);
        area(measures, Measure.CONTRACTION, TickRegime.ONE_TICK, 0.75, 0.75);
        area(measures, Measure.SINKHOLE, TickRegime.ALL, 0.95, 0.95);
        add("ROC-AUC sinkhole against spoofs and broad demand", lookalikes.rocAuc(), lookalikes.programmes() + " programmes", true, 0.9, 0.9);
        area(measures, Measure.COMPOSITE, TickRegime.ALL, 0.9, 0.95);
    }

    private void area(
            final List<MeasureScore> measures, final Measure measure, final TickRegime ticks, final double target, final double later) {
        final SeparationScore score = measures.stream().filter(of -> of.measure() == measure).findFirst().orElseThrow()
                .score(Band.AT_LEAST_10, ticks);
        final String where = switch (ticks) {
            case ALL -> "";
            case ONE_TICK -> ", 1-tick names";
            case WIDER -> ", wider names";
        };
        add("ROC-AUC " + words(measure.name()) + where, score.rocAuc(), score.programmes() + " programmes", true, target, later);
    }

    private void alarms(final AlarmScore trained) {
        rate("false alarms per clean symbol-day", trained.falseAlarms(), "symbol-days", false, 0.1, 0.1);
        rate("recall at 10 % participation and more", trained.recall(Band.AT_LEAST_10), "programmes", true, 0.6, 0.8);
        rate("recall at 2 to 5 %", trained.recall(Band.FROM_2_TO_5), "programmes", true, 0.25, 0.4);
        final DelayScore delay = trained.delay(Length.FROM_15_MINUTES);
        add("median delay, share of programmes of 15 minutes and more", delay.medianShare(), delay.found() + " found", false, 0.4, 1.0 / 3);
        trained.confounders().forEach(confounder -> {
            final double target = CONFOUNDERS.getOrDefault(confounder.kind(), CONFOUNDER);
            rate("alarms per " + words(confounder.kind()), confounder.alarms(), "episodes", false, target, target);
        });
        if (trained.confounders().stream().anyMatch(confounder -> confounder.kind().equals(SPOOF))) {
            rate("recall of sinkholes", sinkholes(trained), "programmes", true, 0.6, 0.6);
        }
        rate("wrong-side alarms per programme", trained.wrongSide(), "programmes", false, 0.02, 0.02);
        final long troubles = trained.troubles().stream().mapToLong(trouble -> trouble.alarms().units()).sum();
        final long alarms = trained.troubles().stream().mapToLong(trouble -> trouble.alarms().count()).sum();
        add("alarms during feed troubles", troubles == 0 ? Estimate.NONE : Estimate.of((double) alarms), troubles + " episodes", false, 0, 0);
    }

    private static Rate sinkholes(final AlarmScore trained) {
        return trained.recall().stream().filter(score -> score.kind().equals(Measure.SINKHOLE.name()) && score.band() == Band.AT_LEAST_10
                && score.ticks() == TickRegime.ALL).map(RecallScore::found).findFirst().orElse(new Rate(0, 0, Estimate.NONE));
    }

    private void rate(
            final String figure, final Rate rate, final String units, final boolean atLeast, final double target, final double later) {
        add(figure, rate.perUnit(), rate.units() + " " + units, atLeast, target, later);
    }

    private void add(
            final String figure, final Estimate value, final String units, final boolean atLeast, final double target, final double later) {
        targets.add(Target.of(figure, value, units, atLeast, target, later));
    }

    private static String words(final String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
