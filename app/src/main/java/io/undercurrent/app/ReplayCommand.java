package io.undercurrent.app;

import io.undercurrent.engine.JournalFolder;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.feeds.plant.PlantedFeed;
import io.undercurrent.feeds.plant.Planting;
import io.undercurrent.journal.JournalRun;
import io.undercurrent.journal.JournalRuns;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recorded files, or another journal, through the engine into a journal. */
@Command(name = "replay", header = "Replays recorded market data through the engine into a journal.",
        description = {
            "Reads FILEs (plain, gzip or zip) of a FORMAT, journals every event, rebuilds the books, computes the signals and journals "
                + "the alerts. Bad input is counted, journalled with its reason, and never stops it.", "",
            "--plant puts the events of programmes between the recorded ones, which stay as they are: the market does not react. "
                + "docs/planting.md says what that means for what is found.", "",
            "SIGINT and SIGTERM end it in good order: what was taken in is journalled and evaluated, the summary says 'stopped', and the "
                + "exit status is 0.", ""})
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final RecordedFiles files = new RecordedFiles();

    @Option(names = "--journal", paramLabel = "DIR",
            description = "where the journal goes; default: that of --config, else a new folder in data/journal")
    private Optional<Path> journal = Optional.empty();

    @Option(names = "--plant", paramLabel = "SEED",
            description = "plant programmes at random times into the recording, and write truth.csv beside the journal")
    private Optional<Long> plant = Optional.empty();

    @Option(names = "--speed", paramLabel = "N", converter = Speeds.class, defaultValue = "max",
            description = "max, 1 (as recorded), 10 (ten times as fast); default: ${DEFAULT-VALUE}")
    private Pace pace = Pace.max();

    @Mixin
    private final EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "of the summary; default: ${DEFAULT-VALUE}")
    private Format outputFormat = Format.TEXT;

    ReplayCommand(final Console console) {
        this.console = console;
    }

    /** The end of its help: formats and examples. */
    static String[] footer() {
        final List<String> lines = new ArrayList<>(RecordedFiles.formats());
        lines.addAll(List.of("", "Examples:",
                "  undercurrent replay lobster AAPL_2012-06-21_message_10.csv --seed-book AAPL_orderbook_10.csv",
                "  undercurrent replay itch 01302019.NASDAQ_ITCH50.gz --symbol AAPL",
                "  undercurrent replay mbo-csv day.csv.gz --off-exchange 90,91 --journal data/journal/day",
                "  undercurrent replay journal data/journal/day --journal data/journal/day-again",
                "  undercurrent replay us-ticks bac_20131007_trade.zip bac_20131007_quote.zip --plant 7",
                "  undercurrent books anomalies data/journal/day    what did not fit, event by event, with the reason"));
        return lines.toArray(String[]::new);
    }

    @Override
    public Integer call() {
        files.check();
        final Config options = engineOptions.config();
        final Path target = journal.orElseGet(() -> engineOptions.hasFile() ? options.path(Setting.JOURNAL_DIR)
                : Journals.fresh(Path.of("data", "journal"), Instant.now(), "-" + files.format()));
        if (files.isJournal() && files.files().stream().anyMatch(file -> Journals.same(file, target))) {
            throw new CommandException(target + " can't be replayed into itself; name another folder with --journal");
        }
        try (Feed recording = files.open()) {
            final Optional<PlantedFeed> planted = plant.map(seed -> new PlantedFeed(recording, Planting.random(seed)));
            final RunSummary summary = new EngineRun(console, options.with(Setting.JOURNAL_DIR, target.toString())).run(
                    planted.<Feed>map(feed -> feed).orElse(recording), pace,
                    files.isJournal() ? next -> requireFollows(files.files().getFirst(), target, next) : EngineRun.Check.NONE);
            write(summary, planted.map(feed -> PlantedReport.of(feed, plant.orElseThrow(), target)));
        }
        return CommandLine.ExitCode.OK;
    }

    /** The events keep their numbers, so the first must be the next of the journal written. */
    private static void requireFollows(final Path source, final Path target, final long next) {
        final List<JournalRun> runs = JournalRuns.list(JournalFolder.events(source));
        final long first = runs.isEmpty() ? 1 : runs.getFirst().firstSequence();
        if (first != next) {
            throw new CommandException("the events of " + source + " begin with number " + first + ", but the next one of " + target
                    + " is " + next + ": replay a whole journal, into a new folder");
        }
    }

    private void write(final RunSummary summary, final Optional<PlantedReport> planted) {
        if (outputFormat == Format.JSON) {
            final Json json = new Json(console.out());
            json.beginObject();
            summary.writeJson(json);
            planted.ifPresent(report -> report.writeJson(json));
            json.endObject();
            json.endLine();
        } else {
            summary.writeText(console.out());
            planted.ifPresent(report -> report.writeText(console.out()));
            console.out().println("                undercurrent alerts tail " + summary.journal());
        }
    }
}
