package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.config.Config;
import io.undercurrent.score.fit.ForestRun;
import io.undercurrent.score.fit.Training;
import io.undercurrent.signals.Forest;
import io.undercurrent.signals.ForestTree;
import io.undercurrent.signals.Signal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The signals' forests from simulated training days. */
@Command(name = "forests", header = "Fits the forests of the five signals on simulated training days.",
        description = {
            "Takes a sample a minute of both sides of every instrument and grows a forest a signal by gradient boosting: its own kind of programme "
                + "at 5 %% participation and more, after the first quarter, against clean days, confounders, the wrong side of programmes and "
                + "feeds in trouble.", "",
            "The file takes the place of gpu-signals/src/main/resources/io/undercurrent/signals/forests.txt; its head says how it was made. "
                + "Write the kernels' table from it and build again (cuda-kernels/README.md), then fit the constants with 'score fit', and score "
                + "with seeds that neither has seen.", ""},
        footerHeading = "%nExample:%n", footer = "  undercurrent score forests forests.txt --seed 2000 --days 140 --clean-days 70")
final class ScoreForestsCommand implements Callable<Integer> {
    private static final int MAX_TREES = 1_000;

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "where the trees go")
    private Path file = Path.of("");

    @Option(names = "--seed", paramLabel = "N", defaultValue = "2000", description = "of the first day of each kind; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--days", paramLabel = "N", defaultValue = "140", description = "planted days; default: ${DEFAULT-VALUE}")
    private int days;

    @Option(names = "--clean-days", paramLabel = "N", defaultValue = "70", description = "days with nothing planted; default: ${DEFAULT-VALUE}")
    private int cleanDays;

    @Option(names = "--troubled-days", paramLabel = "N", defaultValue = "8",
            description = "days with a feed out of order; default: ${DEFAULT-VALUE}")
    private int troubledDays;

    @Option(names = "--trees", paramLabel = "N", defaultValue = "300", description = "of each forest, 1 to 1000; default: ${DEFAULT-VALUE}")
    private int trees;

    @Mixin
    private final FitOptions options = new FitOptions();

    ScoreForestsCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        options.pool().between("--days", days, 1, ScoreOptions.MAX_DAYS);
        options.pool().between("--clean-days", cleanDays, 1, ScoreOptions.MAX_DAYS);
        options.pool().between("--troubled-days", troubledDays, 0, ScoreOptions.MAX_DAYS);
        options.pool().between("--trees", trees, 1, MAX_TREES);
        options.check();
        final Config config = options.config();
        final Training training = new Training(seed, days, cleanDays, 0, options.days().minutes() * Times.MINUTE_NS);
        final Map<Signal, List<ForestTree>> forests = options.fit(console,
                progress -> new ForestRun(config, options.pool().pool(), progress).fit(training, troubledDays, trees));
        FitOptions.write(file, text(forests, options.made(config)));
        console.out().println(String.format(Locale.ROOT, "%d forests of %d trees in %s", forests.size(), trees, file));
        return CommandLine.ExitCode.OK;
    }

    private String text(final Map<Signal, List<ForestTree>> forests, final String made) {
        final StringBuilder text = new StringBuilder("# Fitted on simulated training days by:\n").append(String.format(Locale.ROOT,
                "# undercurrent score forests FILE --seed %d --days %d --clean-days %d --troubled-days %d --trees %d%s\n", seed, days, cleanDays,
                troubledDays, trees, made));
        text.append("# A tree a line: signal, three questions, and what the eight answers add, in 1/").append(ForestTree.ONE).append(" of log-odds.\n");
        forests.forEach((signal, of) -> of.forEach(tree -> text.append(Forest.line(signal, tree)).append('\n')));
        return text.toString();
    }
}
