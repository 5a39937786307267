package io.undercurrent.app;

import io.undercurrent.feeds.output.EventWriter;
import io.undercurrent.feeds.output.WriterFormat;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A journal's events as files of another format. */
@Command(name = "export", header = "Writes a journal's events as files of a recorded format.",
        description = {
            "Whatever was replayed or received can be given to tools that read LOBSTER, MBO CSV, ITCH, US ticks or IQFeed lines, and be "
                + "replayed from there. What the format can't say is left out and counted. Only us-ticks can be written of books that are "
                + "not made of orders.", ""})
final class JournalExportCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "one of the formats below")
    private String format = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "journal folder")
    private Path journal = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for the files; nothing in it is overwritten")
    private Path folder = Path.of("");

    @Option(names = "--symbol", paramLabel = "S", description = "write only this instrument")
    private Optional<String> symbol = Optional.empty();

    JournalExportCommand(final Console console) {
        this.console = console;
    }

    static String[] footer() {
        return WrittenFiles.footer(
                "  undercurrent journal export lobster data/journal/day --out data/lobster --symbol AAPL",
                "  undercurrent journal export us-ticks data/journal/day --out data/ticks");
    }

    @Override
    public Integer call() {
        final WriterFormat chosen = WrittenFiles.format(spec, format);
        final Path stream = Journals.events(journal);
        final EventWriter writer = chosen.open(folder, symbol);
        final long[] events = new long[1];
        try (writer) {
            Journals.read(stream, (buffer, offset, length) -> {
                events[0]++;
                writer.onEvent(buffer, offset);
            });
        }
        WrittenFiles.write(console.out(), writer, events[0]);
        return CommandLine.ExitCode.OK;
    }
}
