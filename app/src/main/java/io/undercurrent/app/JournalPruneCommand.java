package io.undercurrent.app;

import io.undercurrent.journal.JournalPruner;
import io.undercurrent.journal.JournalRun;
import io.undercurrent.journal.PruneReport;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes the oldest runs of both streams. */
@Command(name = "prune", header = "Removes old runs of a journal.",
        description = {
            "Whole runs go, oldest first, of events and alerts alike; the newest always stays, so a writer may be at work. Each line says "
                + "what happens to a run and why.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent journal prune data/journal/live --keep-runs 30 --dry-run",
            "  undercurrent journal prune data/journal/live --keep-runs 30"})
final class JournalPruneCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Option(names = "--keep-runs", paramLabel = "N", required = true, description = "how many of the newest runs stay, at least 1")
    private int keepRuns = 1;

    @Option(names = "--dry-run", description = "only say what it would do")
    private boolean dryRun;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    JournalPruneCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (keepRuns < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--keep-runs is " + keepRuns + "; it must be at least 1");
        }
        final Json json = new Json(console.out());
        for (final JournalStream stream : JournalStream.of(folder)) {
            final PruneReport report = JournalPruner.keepNewest(stream.path(), keepRuns, dryRun);
            final String keepReason = "one of the newest " + keepRuns;
            report.removed().forEach(run -> write(json, stream, run, dryRun ? "would remove" : "removed", "older than the newest "
                    + keepRuns));
            report.kept().forEach(run -> write(json, stream, run, "kept", keepReason));
        }
        return CommandLine.ExitCode.OK;
    }

    private void write(final Json json, final JournalStream stream, final JournalRun run, final String action, final String reason) {
        if (format == Format.JSON) {
            json.beginObject().text("stream", stream.name()).text("run", run.name()).text("action", action).text("reason", reason)
                    .number("fileBytes", run.fileBytes()).endObject();
            json.endLine();
        } else {
            console.out().println(String.format(Locale.ROOT, "%-12s %-7s %-36s %s", action, stream.name(), run.name(), reason));
        }
    }
}
