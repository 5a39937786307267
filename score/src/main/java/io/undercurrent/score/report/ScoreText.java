package io.undercurrent.score.report;

import io.undercurrent.codec.Times;
import io.undercurrent.score.DayKind;
import io.undercurrent.score.Measure;
import io.undercurrent.score.TickRegime;
import io.undercurrent.score.card.AlarmScore;
import io.undercurrent.score.card.Availability;
import io.undercurrent.score.card.Band;
import io.undercurrent.score.card.EpisodeScore;
import io.undercurrent.score.card.MeasureScore;
import io.undercurrent.score.card.RecordedScore;
import io.undercurrent.score.card.Scorecard;
import io.undercurrent.score.card.SeparationScore;
import io.undercurrent.score.card.Setup;
import io.undercurrent.score.card.Target;
import io.undercurrent.signals.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** A scorecard as text for people. One thread. */
public final class ScoreText {
    private final Consumer<String> out;

    /** @param out takes the lines */
    public ScoreText(final Consumer<String> out) {
        this.out = out;
    }

    public void write(final Scorecard card) {
        setup(card);
        targets(card.targets());
        areas(card);
        alarms("At the trained threshold", card.trained());
        detectors(card);
        alarms("At the configured threshold", card.configured());
        cross(card);
        availability(card.availability());
    }

    public void write(final RecordedScore score) {
        out.accept(String.format(Locale.ROOT, "%d plantings of seeds %d to %d, %d programmes; rows of %d ms; [95 %% intervals] from %d draws of plantings",
                score.plantings(), score.seed(), score.seed() + score.plantings() - 1, score.alarms().programmes().size(), score.rowMs(),
                score.draws()));
        heading(String.format(Locale.ROOT, "The recording as it is: %d alarms on %d symbol-days, true or not",
                score.own().size(), score.alarms().falseAlarms().units()));
        final TextTable own = new TextTable();
        score.own().forEach(of -> own.row(Times.format(of.alarm().timeNs()), of.symbol(), Figures.words(of.alarm().side().name()),
                Figures.words(of.alarm().leading().name())));
        own.print(out);
        heading("ROC-AUC: signals for their own kind, the others for all programmes; negatives are the recording as it is");
        area(score.measures(), of -> Figures.estimate("%.3f", of.rocAuc()));
        heading(String.format(Locale.ROOT, "With programmes planted: net log-odds above %.3f, cleared below %.3f",
                score.alarms().threshold(), score.alarms().clearBelow()));
        new TextTable().row("alarms per symbol-day outside programmes", Figures.rate(score.alarms().stray()))
                .row("wrong-side alarms per programme", Figures.rate(score.alarms().wrongSide())).print(out);
        programmes(score.alarms());
        availability(score.availability());
    }

    private void heading(final String text) {
        out.accept("");
        out.accept(text);
    }

    private void setup(final Scorecard card) {
        final Setup setup = card.setup();
        out.accept(String.format(Locale.ROOT, "%d planted, %d clean and %d troubled days from seed %d; threshold from %d clean training days from seed %d",
                setup.days(), setup.cleanDays(), setup.troubledDays(), setup.seed(), setup.trainDays(), setup.trainSeed()));
        out.accept(String.format(Locale.ROOT, "%d clean symbol-days, %d programmes; rows of %d ms; [95 %% intervals] from %d draws of whole days",
                card.trained().falseAlarms().units(), card.trained().programmes().size(), setup.rowMs(), setup.draws()));
    }

    private void targets(final List<Target> targets) {
        heading("Targets");
        final TextTable table = new TextTable();
        for (final Target target : targets) {
            final String relation = target.atLeast() ? ">= " : "<= ";
            table.row(target.figure(), Figures.estimate("%.3f", target.value()), "of " + target.units(), relation + goal(target.target()),
                    !target.value().known() ? "no data" : target.met() ? "met" : "NOT MET", target.later() == target.target() ? ""
                    : "later " + relation + goal(target.later()) + (target.metLater() ? " met" : " not met"));
        }
        table.print(out);
    }

    private static String goal(final double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void areas(final Scorecard card) {
        heading("ROC-AUC: signals for their own kind, the others for all programmes; negatives are the clean symbol-days");
        area(card.measures(), score -> Figures.estimate("%.3f", score.rocAuc()));
        heading("PR-AUC (prevalence)");
        area(card.measures(), score -> !score.prAuc().known() ? "-"
                : Figures.estimate("%.3f", score.prAuc()) + String.format(Locale.ROOT, " (%.4f)", score.prevalence()));
        heading(String.format(Locale.ROOT, "Sinkhole at >= 10 %% against spoofs and broad demand: ROC-AUC %s, PR-AUC %s (%s)",
                Figures.estimate("%.3f", card.sinkholeAgainstLookalikes().rocAuc()),
                Figures.estimate("%.3f", card.sinkholeAgainstLookalikes().prAuc()),
                Figures.share(card.sinkholeAgainstLookalikes().prevalence())));
    }

    private void area(final List<MeasureScore> measures, final Function<SeparationScore, String> cell) {
        final TextTable table = new TextTable().row("", "programmes", ">= 10 %", "5-10 %", "2-5 %", "1-tick >= 10 %", "wider >= 10 %");
        for (final MeasureScore measure : measures) {
            final List<SeparationScore> scores = List.of(measure.score(Band.AT_LEAST_10, TickRegime.ALL),
                    measure.score(Band.FROM_5_TO_10, TickRegime.ALL), measure.score(Band.FROM_2_TO_5, TickRegime.ALL),
                    measure.score(Band.AT_LEAST_10, TickRegime.ONE_TICK), measure.score(Band.AT_LEAST_10, TickRegime.WIDER));
            final List<String> cells = new ArrayList<>(List.of(Figures.words(measure.measure().name()),
                    scores.get(0).programmes() + "/" + scores.get(1).programmes() + "/" + scores.get(2).programmes()));
            scores.forEach(score -> cells.add(cell.apply(score)));
            table.row(cells);
        }
        table.print(out);
    }

    private void alarms(final String title, final AlarmScore score) {
        heading(String.format(Locale.ROOT, "%s: net log-odds above %.3f, cleared below %.3f", title, score.threshold(), score.clearBelow()));
        new TextTable().row("false alarms per clean symbol-day", Figures.rate(score.falseAlarms()))
                .row("alarms per planted symbol-day outside episodes", Figures.rate(score.stray()))
                .row("wrong-side alarms per programme", Figures.rate(score.wrongSide()))
                .row("alarms per troubled symbol-day", Figures.rate(score.troubled())).print(out);
        programmes(score);
        episodes("alarms per confounder", score.confounders());
        episodes("alarms per feed trouble", score.troubles());
    }

    private void programmes(final AlarmScore score) {
        recall(score);
        final TextTable delays = new TextTable().row("delay of those found", "found", "median s", "90th s", "median share", "90th share");
        score.delays().forEach(delay -> delays.row(Figures.words(delay.length().name()), Integer.toString(delay.found()),
                Figures.estimate("%.0f", delay.medianSeconds()), Figures.estimate("%.0f", delay.p90Seconds()),
                Figures.estimate("%.2f", delay.medianShare()), Figures.estimate("%.2f", delay.p90Share())));
        delays.print(out);
        leading(score);
    }

    private void recall(final AlarmScore score) {
        final TextTable table = new TextTable().row("recall", "all", ">= 10 %", "5-10 %", "2-5 %", "below 2 %");
        score.recall().stream().map(of -> of.kind()).distinct().forEach(kind -> {
            final List<String> cells = new ArrayList<>(List.of(Figures.words(kind)));
            for (final Band band : Band.values()) {
                cells.add(Figures.rate(score.recall(kind, band)));
            }
            table.row(cells);
        });
        table.print(out);
    }

    private void leading(final AlarmScore score) {
        final List<String> head = new ArrayList<>(List.of("leading signal of the first alarm", "programmes"));
        for (final Signal signal : Signal.values()) {
            head.add(Figures.words(signal.name()));
        }
        head.add("missed");
        final TextTable table = new TextTable().row(head);
        score.leading().forEach(kind -> {
            final List<String> cells = new ArrayList<>(List.of(Figures.words(kind.kind()), Integer.toString(kind.programmes())));
            kind.leading().values().forEach(count -> cells.add(Integer.toString(count)));
            cells.add(Integer.toString(kind.missed()));
            table.row(cells);
        });
        table.print(out);
    }

    private void episodes(final String title, final List<EpisodeScore> scores) {
        if (scores.isEmpty()) {
            return;
        }
        final List<String> head = new ArrayList<>(List.of(title, "per episode"));
        for (final Signal signal : Signal.values()) {
            head.add(Figures.words(signal.name()));
        }
        final TextTable table = new TextTable().row(head);
        scores.forEach(score -> {
            final List<String> cells = new ArrayList<>(List.of(Figures.words(score.kind()), Figures.rate(score.alarms())));
            score.leading().values().forEach(count -> cells.add(Integer.toString(count)));
            table.row(cells);
        });
        table.print(out);
    }

    private void detectors(final Scorecard card) {
        heading(String.format(Locale.ROOT, "Each measure alone, at the threshold that gives %.2f false alarms per clean symbol-day of the training days",
                card.setup().allowed()));
        final TextTable table = new TextTable()
                .row("", "programmes", "threshold", "false alarms, unseen", "recall >= 10 %", "recall 5-10 %", "recall 2-5 %");
        card.detectors().forEach(detector -> table.row(Figures.words(detector.measure().name()), Figures.words(detector.kind()),
                Figures.number("%.3f", detector.threshold()), Figures.rate(detector.falseAlarms()), Figures.rate(detector.atLeast10()),
                Figures.rate(detector.from5To10()), Figures.rate(detector.from2To5())));
        table.print(out);
    }

    private void cross(final Scorecard card) {
        heading("ROC-AUC of each measure by what was planted, against clean symbol-days (programmes of 10 % and more)");
        final List<String> head = new ArrayList<>(List.of("", "episodes"));
        card.cross().stream().findFirst().ifPresent(first -> first.rocAuc().keySet().forEach(of -> head.add(Figures.words(of.name()))));
        final TextTable table = new TextTable().row(head);
        card.cross().forEach(row -> {
            final List<String> cells = new ArrayList<>(List.of(Figures.words(row.kind()), Integer.toString(row.episodes())));
            row.rocAuc().values().forEach(area -> cells.add(Figures.number("%.2f", area)));
            table.row(cells);
        });
        table.print(out);
    }

    private void availability(final List<Availability> availability) {
        heading("Share of time not available (in brackets: once a window is old enough for alerts)");
        final List<String> head = new ArrayList<>(List.of(""));
        for (final Signal signal : Signal.values()) {
            head.add(Figures.words(signal.name()));
        }
        final TextTable table = new TextTable().row(head);
        for (final DayKind kind : DayKind.values()) {
            for (final TickRegime ticks : TickRegime.values()) {
                final List<String> cells = new ArrayList<>(List.of(Figures.words(kind.name()) + " days, " + names(ticks)));
                for (final Signal signal : Signal.values()) {
                    availability.stream().filter(of -> of.days() == kind && of.ticks() == ticks && of.measure() == Measure.of(signal))
                            .forEach(of -> cells.add(Figures.share(of.unavailable()) + " (" + Figures.share(of.unavailableWarm()) + ")"));
                }
                if (cells.size() > 1) {
                    table.row(cells);
                }
            }
        }
        table.print(out);
    }

    private static String names(final TickRegime ticks) {
        return switch (ticks) {
            case ALL -> "all names";
            case ONE_TICK -> "1-tick names";
            case WIDER -> "wider names";
        };
    }
}
