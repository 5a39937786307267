package io.undercurrent.app;

import io.undercurrent.engine.JournalFolder;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.feeds.FeedFormat;
import io.undercurrent.feeds.FeedFormats;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.journal.JournalFeed;
import io.undercurrent.journal.JournalRun;
import io.undercurrent.journal.JournalRuns;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recorded files, or another journal, through the engine into a journal. */
@Command(name = "replay", header = "Replays recorded market data through the engine into a journal.",
        description = {
            "Reads FILEs (plain, gzip or zip) of a FORMAT, journals every event, rebuilds the books, computes the signals and journals "
                + "the alerts. Bad input is counted, journalled with its reason, and never stops it.", "",
            "SIGINT and SIGTERM end it in good order: what was taken in is journalled and evaluated, the summary says 'stopped', and the "
                + "exit status is 0.", ""})
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "one of the formats below")
    private String format = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "recorded files; of 'journal', a folder")
    private List<Path> files = List.of();

    @Option(names = "--journal", paramLabel = "DIR",
            description = "where the journal goes; default: that of --config, else a new folder in data/journal")
    private Optional<Path> journal = Optional.empty();

    @Option(names = "--symbol", paramLabel = "S", description = "symbol, where the files do not say, or the only one to take")
    private Optional<String> symbol = Optional.empty();

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "day, where times count from midnight and no name says which")
    private Optional<LocalDate> date = Optional.empty();

    @Option(names = "--seed-book", paramLabel = "FILE", description = "lobster: orderbook file whose first row is the book to start with")
    private Optional<Path> seedBook = Optional.empty();

    @Option(names = "--off-exchange", paramLabel = "ID", split = ",", description = "mbo-csv: publishers that are off-exchange prints only")
    private Set<Integer> offExchange = Set.of();

    @Option(names = "--price-increment", paramLabel = "N", converter = DecimalOption.class, description = "smallest step of a price")
    private Optional<Long> priceIncrement = Optional.empty();

    @Option(names = "--size-increment", paramLabel = "N", converter = DecimalOption.class, description = "smallest step of a size")
    private Optional<Long> sizeIncrement = Optional.empty();

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
        final List<String> lines = new ArrayList<>(List.of("", "Formats:"));
        FeedFormats.all().forEach(known -> lines.addAll(FormatHelp.lines(known.name(), known.help())));
        lines.addAll(List.of("", "Examples:",
                "  undercurrent replay lobster AAPL_2012-06-21_message_10.csv --seed-book AAPL_orderbook_10.csv",
                "  undercurrent replay itch 01302019.NASDAQ_ITCH50.gz --symbol AAPL",
                "  undercurrent replay mbo-csv day.csv.gz --off-exchange 90,91 --journal data/journal/day",
                "  undercurrent replay journal data/journal/day --journal data/journal/day-again",
                "  undercurrent books anomalies data/journal/day    what did not fit, event by event, with the reason"));
        return lines.toArray(String[]::new);
    }

    @Override
    public Integer call() {
        final FeedFormat feedFormat = FeedFormats.all().stream().filter(known -> known.name().equals(format)).findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(spec.commandLine(), "unknown format '" + format + "'; there are "
                        + FeedFormats.all().stream().map(FeedFormat::name).collect(Collectors.joining(", "))));
        final Config options = engineOptions.config();
        final Path target = journal.orElseGet(() -> engineOptions.hasFile() ? options.path(Setting.JOURNAL_DIR)
                : Journals.fresh(Path.of("data", "journal"), Instant.now(), "-" + format));
        final boolean isJournal = JournalFeed.NAME.equals(format);
        if (isJournal && files.stream().anyMatch(file -> Journals.same(file, target))) {
            throw new CommandException(target + " can't be replayed into itself; name another folder with --journal");
        }
        final Config config = options.with(Setting.JOURNAL_DIR, target.toString());
        try (Feed feed = feedFormat.open(files, feedOptions())) {
            final RunSummary summary = new EngineRun(console, config).run(feed, pace,
                    isJournal ? next -> requireFollows(files.getFirst(), target, next) : EngineRun.Check.NONE);
            write(summary);
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

    private FeedOptions feedOptions() {
        return new FeedOptions(symbol, date, seedBook, offExchange, optional(priceIncrement), optional(sizeIncrement));
    }

    private static OptionalLong optional(final Optional<Long> value) {
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }

    private void write(final RunSummary summary) {
        if (outputFormat == Format.JSON) {
            final Json json = new Json(console.out());
            json.beginObject();
            summary.writeJson(json);
            json.endObject();
            json.endLine();
        } else {
            summary.writeText(console.out());
            console.out().println("                undercurrent alerts tail " + summary.journal());
        }
    }
}
