package io.undercurrent.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything a journal holds, event by event. */
@Command(name = "dump", header = "Prints every event of a journal with all its fields.",
        description = {
            "One line an event: 'stream Type name=value ...', or a JSON object. Times are UTC; prices and sizes exact decimals; floats read "
                + "back as the same floats; what is empty or not available is - (null in JSON). Nothing in it depends on when or where "
                + "it is printed, so the dumps of equal journals are equal.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent journal dump data/journal/day --stream alerts",
            "  undercurrent journal dump data/journal/day --stream events | grep ' Rejected '",
            "  cmp <(undercurrent journal dump data/a) <(undercurrent journal dump data/b)"})
final class JournalDumpCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Option(names = "--stream", paramLabel = "events|alerts", description = "only this one; default: events, then alerts")
    private Optional<String> only = Optional.empty();

    @Option(names = "--from", paramLabel = "INDEX", defaultValue = "1", description = "first event's number; default: ${DEFAULT-VALUE}")
    private long from = 1;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    JournalDumpCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        only.filter(name -> !List.of(JournalStream.EVENTS, JournalStream.ALERTS).contains(name)).ifPresent(name -> {
            throw new CommandLine.ParameterException(spec.commandLine(), "unknown --stream '" + name + "'; there are events and alerts");
        });
        final FieldSink fields = format == Format.JSON ? new JsonFields(new Json(console.out())) : new TextFields(console.out());
        for (final JournalStream stream : JournalStream.of(folder)) {
            if (only.isEmpty() || only.get().equals(stream.name())) {
                Journals.read(stream.path(), from, new EventFields(stream.name(), fields)::write);
            }
        }
        return CommandLine.ExitCode.OK;
    }
}
