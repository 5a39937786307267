package io.undercurrent.app;

import io.undercurrent.engine.Engine;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.signal.AlertRules;
import io.undercurrent.engine.signal.Analysis;
import io.undercurrent.engine.signal.Backends;
import io.undercurrent.engine.signal.DirectSweeps;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The five signals of every row, computed again from the events journal. */
@Command(name = "dump", header = "Prints the five signals of every evaluated row.",
        description = {
            "Books, rows and signals are computed again from the events journal alone. Each row gives two lines, accumulation and "
                + "distribution. The scores, 0 to 1, are those of the row itself (alerts show their averages over a minute); composite "
                + "is the side's largest calibrated log-odds of the averages; coverage is the share of the signals available. Empty: "
                + "not available.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent signals dump data/demo/20260105T143000Z --format csv > signals.csv",
            "  undercurrent signals dump data/journal/day --symbol AAPL --row 500ms --backend reference"})
final class SignalsDumpCommand implements Callable<Integer> {
    private static final String CSV = "csv";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Option(names = "--symbol", paramLabel = "S", description = "only this instrument")
    private Optional<String> symbol = Optional.empty();

    @Option(names = "--format", paramLabel = CSV, defaultValue = CSV, description = "default: ${DEFAULT-VALUE}")
    private String format = CSV;

    @Mixin
    private final EngineOptions engineOptions = new EngineOptions();

    SignalsDumpCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!CSV.equals(format)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "unknown --format '" + format + "'; there is " + CSV);
        }
        final Config config = engineOptions.config();
        final Path stream = Journals.events(folder);
        final int instruments = config.integer(Setting.SIGNALS_MAX_INSTRUMENTS);
        final int rowMs = config.integer(Setting.ROWS_INTERVAL_MS);
        try (Analysis analysis = new Analysis(Backends.choose(config).signals(), instruments, rowMs, AlertRules.of(config))) {
            final DirectSweeps sweeps = new DirectSweeps(analysis, instruments, new SignalLines(console.out(), symbol));
            final MarketState market = new MarketState(Engine.rowSettings(config), sweeps, BookListener.NONE);
            sweeps.instruments(market::instrument);
            Journals.read(stream, (buffer, offset, length) -> market.onEvent(buffer, offset));
            symbol.ifPresent(wanted -> Symbols.require(market, wanted, folder));
        }
        return CommandLine.ExitCode.OK;
    }
}
