package io.undercurrent.app;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.score.DayPool;
import io.undercurrent.score.DayRun;
import io.undercurrent.score.card.ScoreRun;
import io.undercurrent.score.card.Scorecard;
import io.undercurrent.score.card.Setup;
import io.undercurrent.score.report.RecordJson;
import io.undercurrent.score.report.ScorePage;
import io.undercurrent.score.report.ScoreText;
import io.undercurrent.signals.FittedConstants;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The scorecard of the signals on simulated days. */
@Command(name = "score", header = "Scores signals and alerts on simulated days whose truth is known.",
        description = {
            "Seeded days of the simulator, with programmes planted or none, go through rows, signals and alert rules as the engine has them; "
                + "nothing is journalled. Then areas under curves, recall, false alarms and delays are counted, with 95 %% intervals, beside "
                + "what a coin, the volume and the order-flow imbalance would reach. docs/scorecard.md says how to read it.", "",
            "The same seeds give the same figures, whatever the number of threads. The alert threshold is taken from training days, whose "
                + "seeds must not be among those scored.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent score",
            "  undercurrent score --days 4 --clean-days 4 --troubled-days 1 --train-days 4",
            "  undercurrent score --html scorecard.html --episodes 4",
            "  undercurrent score --format json | jq '.targets[] | select(.met | not)'"})
final class ScoreCommand implements Callable<Integer> {
    private static final int MAX_EPISODES = 100;
    private static final int MAX_DRAWS = 100_000;

    private final Console console;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "5000", description = "of the first day; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "planted days; default: ${DEFAULT-VALUE}")
    private int days;

    @Option(names = "--clean-days", paramLabel = "N", defaultValue = "34", description = "days with nothing planted; default: ${DEFAULT-VALUE}")
    private int cleanDays;

    @Option(names = "--troubled-days", paramLabel = "N", defaultValue = "4",
            description = "days of feeds in trouble; default: ${DEFAULT-VALUE}")
    private int troubledDays;

    @Option(names = "--train-seed", paramLabel = "N", defaultValue = "100",
            description = "of the first training day; default: ${DEFAULT-VALUE}")
    private long trainSeed;

    @Option(names = "--train-days", paramLabel = "N", defaultValue = "100",
            description = "clean days that the threshold is taken from; default: ${DEFAULT-VALUE}")
    private int trainDays;

    @Option(names = "--false-alarms", paramLabel = "X", defaultValue = "0.1",
            description = "how many per symbol-day the trained threshold may give there; default: ${DEFAULT-VALUE}")
    private double falseAlarms;

    @Option(names = "--threshold", paramLabel = "X", description = "net log-odds in place of the configured alert threshold; cleared half-way down")
    private Optional<Float> threshold = Optional.empty();

    @Option(names = "--constants", paramLabel = "FILE", description = "of 'score fit', in place of those of this version")
    private Optional<Path> constants = Optional.empty();

    @Option(names = "--draws", paramLabel = "N", defaultValue = "500", description = "of days, for the intervals; default: ${DEFAULT-VALUE}")
    private int draws;

    @Option(names = "--html", paramLabel = "FILE", description = "also write one page with charts, which needs no network")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--episodes", paramLabel = "N", defaultValue = "3",
            description = "found programmes, missed ones and false alarms to draw there, of each; default: ${DEFAULT-VALUE}")
    private int episodes;

    @Mixin
    private final ScoreOptions options = new ScoreOptions();

    @Mixin
    private final PoolOptions poolOptions = new PoolOptions();

    @Mixin
    private final EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    ScoreCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        final FittedConstants fitted = constants.map(ScoreCommand::read).orElseGet(FittedConstants::standard);
        final Config config = constants.isEmpty() ? engineOptions.config() : alerts(engineOptions.config(), fitted);
        final Setup setup = new Setup(options.minutes(), seed, days, cleanDays, troubledDays, trainSeed, trainDays, falseAlarms,
                config.integer(Setting.ROWS_INTERVAL_MS), config.text(Setting.SIGNALS_BACKEND), draws);
        final DayRun run = new DayRun(config, fitted.calibration());
        final AlertRules rules = threshold.map(at -> run.rules().at(at, run.quiet())).orElseGet(run::rules);
        final Progress progress = new Progress(console);
        final DayPool pool = poolOptions.pool();
        try {
            final Scorecard card = new ScoreRun(run, pool, poolOptions.progress(progress)).score(setup, rules);
            html.ifPresent(file -> {
                progress.show("drawing ...");
                ScorePage.write(file, card, episodes, run, pool);
            });
            progress.clear();
            write(card);
        } finally {
            progress.clear();
        }
        return CommandLine.ExitCode.OK;
    }

    private static FittedConstants read(final Path file) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            return FittedConstants.read(text, file.toString());
        } catch (final IOException e) {
            throw new CommandException("cannot read " + file + ": " + e + "; give a file that 'undercurrent score fit' wrote", e);
        } catch (final IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
    }

    private static Config alerts(final Config config, final FittedConstants fitted) {
        return config.with(Setting.ALERTS_THRESHOLD, Setting.text(fitted.threshold())).with(Setting.ALERTS_CLEAR, Setting.text(fitted.clearBelow()));
    }

    private void write(final Scorecard card) {
        if (format == Format.JSON) {
            console.out().println(RecordJson.of(card));
        } else {
            new ScoreText(console.out()::println).write(card);
        }
    }

    private void check() {
        poolOptions.between("--days", days, 1, ScoreOptions.MAX_DAYS);
        poolOptions.between("--clean-days", cleanDays, 1, ScoreOptions.MAX_DAYS);
        poolOptions.between("--troubled-days", troubledDays, 0, ScoreOptions.MAX_DAYS);
        poolOptions.between("--train-days", trainDays, 1, ScoreOptions.MAX_DAYS);
        poolOptions.between("--episodes", episodes, 0, MAX_EPISODES);
        poolOptions.between("--draws", draws, 0, MAX_DRAWS);
        poolOptions.check();
        options.check(poolOptions);
        poolOptions.require(falseAlarms >= 0 && falseAlarms <= 100, "--false-alarms is " + falseAlarms + "; it must be 0 to 100");
        poolOptions.require(threshold.map(at -> Math.abs(at) <= 100).orElse(true),
                "--threshold is " + threshold.orElse(0f) + "; it must be -100 to 100");
        final int scored = Math.max(days, Math.max(cleanDays, troubledDays));
        poolOptions.require(seed + scored <= trainSeed || trainSeed + trainDays <= seed, "days are scored with seeds " + seed + " to "
                + (seed + scored - 1) + " and trained with " + trainSeed + " to " + (trainSeed + trainDays - 1) + "; they must not overlap");
    }
}
