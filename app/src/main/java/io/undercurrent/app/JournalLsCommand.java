package io.undercurrent.app;

import io.undercurrent.journal.JournalRun;
import io.undercurrent.journal.JournalRuns;
import io.undercurrent.journal.RunState;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The runs of a journal, from their manifests. */
@Command(name = "ls", header = "Lists the runs of a journal.",
        description = {
            "Reads the manifests only, so it is quick and a writer may be at work. State: CLEAN, closed in order; OPEN, being written; "
                + "UNCLEAN, its writer ended without closing it ('journal verify' says what stands); RECOVERED, the same, and a later "
                + "writer has written down where it ends; UNREADABLE, no start manifest. A run that begins behind lost events has their "
                + "number as missing.", ""},
        footerHeading = "%nExample:%n", footer = "  undercurrent journal ls data/journal/day --format json")
final class JournalLsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    JournalLsCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        final Json json = new Json(console.out());
        if (format == Format.TEXT) {
            row("stream", "run", "state", "missing", "first", "last", "events", "excerpts", "payload bytes");
        }
        for (final JournalStream stream : JournalStream.of(folder)) {
            for (final JournalRun run : JournalRuns.list(stream.path())) {
                if (format == Format.JSON) {
                    json(json, stream, run);
                } else {
                    text(stream, run);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void text(final JournalStream stream, final JournalRun run) {
        final boolean clean = run.state() == RunState.CLEAN;
        row(stream.name(), run.name(), run.state().name(), Long.toString(run.missing()), Long.toString(run.firstSequence()),
                number(run.isEndKnown(), run.lastSequence()), number(run.isEndKnown(), run.events()), number(clean, run.excerpts()),
                number(clean, run.payloadBytes()));
    }

    private static String number(final boolean known, final long value) {
        return known ? Long.toString(value) : "-";
    }

    private void row(final String... cells) {
        console.out().println(String.format(
                Locale.ROOT, "%-7s %-36s %-10s %8s %12s %12s %12s %10s %14s", (Object[]) cells));
    }

    private static void json(final Json json, final JournalStream stream, final JournalRun run) {
        json.beginObject().text("stream", stream.name()).text("run", run.name()).text("state", run.state().name())
                .number("missing", run.missing()).number("firstSequence", run.firstSequence());
        number(json, "lastSequence", run.isEndKnown(), run.lastSequence());
        number(json, "events", run.isEndKnown(), run.events());
        number(json, "excerpts", run.state() == RunState.CLEAN, run.excerpts());
        number(json, "payloadBytes", run.state() == RunState.CLEAN, run.payloadBytes());
        json.number("fileBytes", run.fileBytes()).endObject();
        json.endLine();
    }

    private static void number(final Json json, final String name, final boolean known, final long value) {
        if (known) {
            json.number(name, value);
        } else {
            json.nothing(name);
        }
    }
}
