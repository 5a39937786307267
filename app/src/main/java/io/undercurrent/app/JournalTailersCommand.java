package io.undercurrent.app;

import io.undercurrent.journal.JournalTailer;
import io.undercurrent.journal.JournalTailers;
import io.undercurrent.journal.RegisteredTailer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tailers that keep their position in a journal. */
@Command(name = "tailers", header = "Lists the registered tailers of a journal and how far behind they are.",
        description = {
            "A registered tailer, such as a sink, stores up to where it has delivered, and 'journal prune' keeps what it has not. The lag is "
                + "the number of events behind its position. One that won't come back must be forgotten, or nothing is pruned any more.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent journal tailers data/journal/live",
            "  undercurrent journal tailers data/journal/live --forget clickhouse"})
final class JournalTailersCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Option(names = "--forget", paramLabel = "NAME", description = "remove this tailer; opened again it begins at the oldest event")
    private Optional<String> forget = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    JournalTailersCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        final List<JournalStream> streams = JournalStream.of(folder);
        forget.ifPresent(name -> forget(streams, name));
        final Json json = new Json(console.out());
        if (format == Format.TEXT) {
            row("stream", "tailer", "acknowledged", "lag");
        }
        for (final JournalStream stream : streams) {
            final List<RegisteredTailer> tailers = JournalTailers.list(stream.path());
            final long last = tailers.isEmpty() ? 0 : lastSequence(stream);
            tailers.forEach(tailer -> write(json, stream, tailer, last));
        }
        return CommandLine.ExitCode.OK;
    }

    private void forget(final List<JournalStream> streams, final String name) {
        boolean found = false;
        for (final JournalStream stream : streams) {
            found |= JournalTailers.forget(stream.path(), name);
        }
        if (!found) {
            throw new CommandException(folder + " has no tailer '" + name + "'; 'journal tailers' lists them");
        }
    }

    /** Reads what the newest run holds. */
    private static long lastSequence(final JournalStream stream) {
        final long[] last = {Journals.newestRunStart(stream.path()) - 1};
        try (JournalTailer tailer = JournalTailer.open(stream.path())) {
            tailer.seek(last[0] + 1);
            while (tailer.poll((buffer, offset, length) -> last[0]++, 1) > 0) {
                // until there is no more
            }
        }
        return last[0];
    }

    private void write(final Json json, final JournalStream stream, final RegisteredTailer tailer, final long last) {
        final boolean known = tailer.acknowledged().isPresent();
        final long acknowledged = tailer.acknowledged().orElse(0);
        final long lag = Math.max(0, last - acknowledged);
        if (format == Format.JSON) {
            json.beginObject().text("stream", stream.name()).text("tailer", tailer.name());
            if (known) {
                json.number("acknowledged", acknowledged).number("lag", lag);
            } else {
                json.nothing("acknowledged").nothing("lag");
            }
            json.endObject();
            json.endLine();
        } else {
            row(stream.name(), tailer.name(), known ? Long.toString(acknowledged) : "damaged", known ? Long.toString(lag) : "-");
        }
    }

    private void row(final String... cells) {
        console.out().println(String.format(Locale.ROOT, "%-7s %-36s %14s %12s", (Object[]) cells));
    }
}
