package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.config.Config;
import io.undercurrent.score.fit.FitRun;
import io.undercurrent.score.fit.Training;
import io.undercurrent.signals.Calibration;
import io.undercurrent.signals.FittedConstants;
import io.undercurrent.signals.Signal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Constants of the composite and the alert threshold from simulated training days. */
@Command(name = "fit", header = "Fits the constants of composite and alerts on simulated training days.",
        description = {
            "Fits one logistic a signal on its averaged scores (positives: its own kind of programme at 5 %% participation and more, after the "
                + "first quarter; negatives: clean days), lowers each by what one clean sample in 2,000 exceeds, and then takes the alert threshold "
                + "that gives the allowed false alarms on the clean days. Score with other seeds afterwards.", "",
            "The file takes the place of gpu-signals/src/main/resources/io/undercurrent/signals/fitted.properties; its head says how it was "
                + "made.", ""},
        footerHeading = "%nExample:%n", footer = "  undercurrent score fit fitted.properties --seed 100 --days 40 --clean-days 100")
final class ScoreFitCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "where the constants go")
    private Path file = Path.of("");

    @Option(names = "--seed", paramLabel = "N", defaultValue = "100", description = "of the first day; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--days", paramLabel = "N", defaultValue = "40", description = "planted days; default: ${DEFAULT-VALUE}")
    private int days;

    @Option(names = "--clean-days", paramLabel = "N", defaultValue = "100", description = "days with nothing planted; default: ${DEFAULT-VALUE}")
    private int cleanDays;

    @Option(names = "--false-alarms", paramLabel = "X", defaultValue = "0.1",
            description = "how many per clean symbol-day the threshold may give; default: ${DEFAULT-VALUE}")
    private double falseAlarms;

    @Mixin
    private final FitOptions options = new FitOptions();

    ScoreFitCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        options.pool().between("--days", days, 1, ScoreOptions.MAX_DAYS);
        options.pool().between("--clean-days", cleanDays, 1, ScoreOptions.MAX_DAYS);
        options.pool().require(falseAlarms >= 0 && falseAlarms <= 100, "--false-alarms is " + falseAlarms + "; it must be 0 to 100");
        options.check();
        final Config config = options.config();
        final Training training = new Training(seed, days, cleanDays, falseAlarms, options.days().minutes() * Times.MINUTE_NS);
        final FittedConstants constants =
                options.fit(console, progress -> new FitRun(config, options.pool().pool(), progress).fit(training));
        FitOptions.write(file, constants.toText(List.of("Fitted on simulated training days by:",
                String.format(Locale.ROOT, "undercurrent score fit FILE --seed %d --days %d --clean-days %d --false-alarms %s%s", seed, days, cleanDays,
                        falseAlarms, options.made(config)))));
        for (final Signal signal : Signal.values()) {
            final Calibration of = constants.calibration().get(signal);
            console.out().println(String.format(Locale.ROOT, "%-12s log-odds %+.3f %+.3f x score",
                    AlertText.lower(signal), of.intercept(), of.slope()));
        }
        console.out().println(String.format(Locale.ROOT, "%-12s net log-odds above %.3f, cleared below %.3f", "alert",
                constants.threshold(), constants.clearBelow()));
        return CommandLine.ExitCode.OK;
    }
}
