package io.undercurrent.app;

import io.undercurrent.engine.book.BookView;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.row.RowSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The book of one instrument after every event that changed what is visible of it. */
@Command(name = "dump", header = "Prints an instrument's book after every event that changed its visible levels.",
        description = {
            "The books are rebuilt from the events journal alone. Columns: ts_event (UTC nanoseconds), sequence (the source's own), then "
                + "price, size and order count of bid and ask, level by level; a level that is not there is empty.", ""},
        footerHeading = "%nExample:%n", footer = {
            "  undercurrent books dump data/journal/day --symbol AAPL --format mbp-csv > book.csv"})
final class BooksDumpCommand implements Callable<Integer> {
    private static final String MBP_CSV = "mbp-csv";
    private static final int MAX_INSTRUMENTS = 65_536;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Option(names = "--symbol", paramLabel = "S", required = true, description = "which instrument")
    private String symbol = "";

    @Option(names = "--format", paramLabel = MBP_CSV, defaultValue = MBP_CSV, description = "default: ${DEFAULT-VALUE}")
    private String format = MBP_CSV;

    @Option(names = "--depth", paramLabel = "N", defaultValue = "10", description = "levels of a side, 1 to 10; default: ${DEFAULT-VALUE}")
    private int depth = BookView.VISIBLE_LEVELS;

    BooksDumpCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!MBP_CSV.equals(format)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "unknown --format '" + format + "'; there is " + MBP_CSV);
        }
        if (depth < 1 || depth > BookView.VISIBLE_LEVELS) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--depth is " + depth + "; it must be 1 to 10");
        }
        final Path stream = Journals.events(folder);
        final MarketState market = new MarketState(RowSettings.standard(MAX_INSTRUMENTS), new IgnoredSweeps(MAX_INSTRUMENTS),
                new BookLines(console.out(), symbol, depth));
        Journals.read(stream, (buffer, offset, length) -> market.onEvent(buffer, offset));
        Symbols.require(market, symbol, folder);
        return CommandLine.ExitCode.OK;
    }
}
