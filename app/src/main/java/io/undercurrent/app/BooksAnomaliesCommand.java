package io.undercurrent.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every event of a journal that did not fit, with its reason. */
@Command(name = "anomalies", header = "Prints every event that did not fit, and why.",
        description = {
            "The books are rebuilt from the events journal alone. One line for an event and a reason: rejected input, a time that went "
                + "back, an instrument nobody defined, what a book could not take as it was (an unknown order, more than it had, ...), "
                + "a late or unusable print, and the event that left a book crossed. At the end, how often each reason came; with "
                + "--format json on standard error.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent books anomalies data/journal/day --symbol AAPL",
            "  undercurrent books anomalies data/journal/day | grep why=CROSSED"})
final class BooksAnomaliesCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Option(names = "--symbol", paramLabel = "S", description = "only this instrument; default: all, and input that belongs to none")
    private Optional<String> symbol = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    BooksAnomaliesCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        final Path stream = Journals.events(folder);
        final boolean json = format == Format.JSON;
        final Anomalies anomalies = new Anomalies(json ? new JsonFields(new Json(console.out())) : new TextFields(console.out()), symbol);
        Journals.read(stream, anomalies::onEvent);
        symbol.ifPresent(wanted -> Symbols.require(anomalies.market(), wanted, folder));
        final String counts = "anomalies " + RunSummary.counts(anomalies.counts());
        if (json) {
            console.err().println(counts);
        } else {
            console.out().println(counts);
        }
        return CommandLine.ExitCode.OK;
    }
}
