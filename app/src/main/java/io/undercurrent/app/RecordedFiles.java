package io.undercurrent.app;

import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.FeedFormat;
import io.undercurrent.feeds.FeedFormats;
import io.undercurrent.feeds.FeedOptions;
import io.undercurrent.feeds.journal.JournalFeed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recorded files of a format, as commands that read them are told. */
final class RecordedFiles {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "one of the formats below")
    private String format = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "recorded files; of 'journal', a folder")
    private List<Path> files = List.of();

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

    /** The formats, for the end of a help. */
    static List<String> formats() {
        final List<String> lines = new ArrayList<>(List.of("", "Formats:"));
        FeedFormats.all().forEach(known -> lines.addAll(FormatHelp.lines(known.name(), known.help())));
        return lines;
    }

    String format() {
        return format;
    }

    boolean isJournal() {
        return JournalFeed.NAME.equals(format);
    }

    List<Path> files() {
        return files;
    }

    /** Throws if there is no such format. */
    void check() {
        known();
    }

    private FeedFormat known() {
        return FeedFormats.all().stream().filter(known -> known.name().equals(format)).findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(spec.commandLine(), "unknown format '" + format + "'; there are "
                        + FeedFormats.all().stream().map(FeedFormat::name).collect(Collectors.joining(", "))));
    }

    /** From their beginning, each time. */
    Feed open() {
        return known().open(files, new FeedOptions(symbol, date, seedBook, offExchange, optional(priceIncrement), optional(sizeIncrement)));
    }

    private static OptionalLong optional(final Optional<Long> value) {
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }
}
