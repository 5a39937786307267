package io.undercurrent.app;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.score.DayRun;
import io.undercurrent.score.LabelledDay;
import io.undercurrent.score.RecordedDays;
import io.undercurrent.score.SymbolDay;
import io.undercurrent.score.card.RecordedScore;
import io.undercurrent.score.card.ScoreRun;
import io.undercurrent.score.report.RecordJson;
import io.undercurrent.score.report.ScoreText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The scorer on a recorded day: its own alarms, and programmes planted into it. */
@Command(name = "recorded", header = "Scores a recorded day: its own alarms, and programmes planted into it.",
        description = {
            "The recording goes through rows, signals and alert rules once as it is, and once for each seed with other programmes planted "
                + "into it, whose truth is known. Nobody knows the truth of the recording itself: its alarms are listed to be looked at. "
                + "docs/planting.md says what planted programmes are and what they ignore.", ""})
final class ScoreRecordedCommand implements Callable<Integer> {
    private static final int MAX_PLANTINGS = 1_000;
    private static final int DRAWS = 500;

    private final Console console;

    @Mixin
    private final RecordedFiles files = new RecordedFiles();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the first planting; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--plantings", paramLabel = "N", defaultValue = "5", description = "one a seed; default: ${DEFAULT-VALUE}")
    private int plantings;

    @Mixin
    private final PoolOptions poolOptions = new PoolOptions();

    @Mixin
    private final EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    ScoreRecordedCommand(final Console console) {
        this.console = console;
    }

    /** The end of its help: formats and examples. */
    static String[] footer() {
        final List<String> lines = new ArrayList<>(RecordedFiles.formats());
        lines.addAll(List.of("", "Examples:",
                "  undercurrent score recorded us-ticks bac_20131007_trade.zip bac_20131007_quote.zip",
                "  undercurrent score recorded journal data/journal/day --plantings 20 --seed 100"));
        return lines.toArray(String[]::new);
    }

    @Override
    public Integer call() {
        files.check();
        poolOptions.between("--plantings", plantings, 1, MAX_PLANTINGS);
        poolOptions.check();
        final Config config = engineOptions.config();
        final DayRun run = new DayRun(config);
        final Progress progress = new Progress(console);
        try {
            final List<LabelledDay> days = RecordedDays.of(files::open, seed, plantings);
            final List<SymbolDay> scored = new ScoreRun(run, poolOptions.pool(), poolOptions.progress(progress)).run(days)
                    .stream().flatMap(List::stream).toList();
            final RecordedScore score = RecordedScore.of(seed, plantings, config.integer(Setting.ROWS_INTERVAL_MS), DRAWS, scored, run.rules());
            progress.clear();
            if (format == Format.JSON) {
                console.out().println(RecordJson.of(score));
            } else {
                new ScoreText(console.out()::println).write(score);
            }
        } finally {
            progress.clear();
        }
        return CommandLine.ExitCode.OK;
    }
}
