package io.undercurrent.app;

import io.undercurrent.journal.JournalPruner;
import io.undercurrent.journal.PruneDecision;
import io.undercurrent.journal.PruneReport;
import io.undercurrent.journal.RetentionPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
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
            "Whole runs go, oldest first, of events and alerts alike, if any of the limits given lets them go. The newest always stays, so "
                + "a writer may be at work, and so does what a registered tailer has not acknowledged. Each line says what happens to a run "
                + "and why.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent journal prune data/journal/live --keep-days 30 --dry-run",
            "  undercurrent journal prune data/journal/live --keep-days 30 --keep-bytes 500000000000"})
final class JournalPruneCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Option(names = "--keep-runs", paramLabel = "N", description = "the newest N runs stay; at least 1")
    private Optional<Integer> keepRuns = Optional.empty();

    @Option(names = "--keep-days", paramLabel = "N", description = "a run stays until it has ended N days ago")
    private Optional<Integer> keepDays = Optional.empty();

    @Option(names = "--keep-bytes", paramLabel = "N", description = "the newest runs of a stream stay whose files take up to N bytes")
    private Optional<Long> keepBytes = Optional.empty();

    @Option(names = "--through", paramLabel = "INDEX",
            description = "runs of events go that hold nothing behind this event; those of alerts are not asked about it")
    private Optional<Long> through = Optional.empty();

    @Option(names = "--force", description = "also what registered tailers have not acknowledged")
    private boolean force;

    @Option(names = "--dry-run", description = "only say what it would do")
    private boolean dryRun;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    JournalPruneCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (keepRuns.isEmpty() && keepDays.isEmpty() && keepBytes.isEmpty() && through.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "say what to keep: --keep-runs, --keep-days, --keep-bytes or --through");
        }
        require("--keep-runs", keepRuns.orElse(1), 1);
        require("--keep-days", keepDays.orElse(0), 0);
        require("--keep-bytes", keepBytes.orElse(0L), 0);
        final Instant now = Instant.now();
        final Json json = new Json(console.out());
        for (final JournalStream stream : JournalStream.of(folder)) {
            final PruneReport report = dryRun ? JournalPruner.preview(stream.path(), policy(stream), now, force)
                    : JournalPruner.prune(stream.path(), policy(stream), now, force);
            report.decisions().forEach(decision -> write(json, stream, decision));
        }
        return CommandLine.ExitCode.OK;
    }

    private void require(final String option, final long value, final long least) {
        if (value < least) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + " is " + value + "; it must be at least " + least);
        }
    }

    private RetentionPolicy policy(final JournalStream stream) {
        RetentionPolicy policy = RetentionPolicy.KEEP_ALL;
        if (keepRuns.isPresent()) {
            policy = policy.withMaxRuns(keepRuns.get());
        }
        if (keepDays.isPresent()) {
            policy = policy.withMaxAge(Duration.ofDays(keepDays.get()));
        }
        if (keepBytes.isPresent()) {
            policy = policy.withMaxBytes(keepBytes.get());
        }
        return through.isPresent() && stream.name().equals(JournalStream.EVENTS) ? policy.withThrough(through.get()) : policy;
    }

    private void write(final Json json, final JournalStream stream, final PruneDecision decision) {
        final String action = !decision.removed() ? "kept" : dryRun ? "would remove" : "removed";
        if (format == Format.JSON) {
            json.beginObject().text("stream", stream.name()).text("run", decision.run().name()).text("action", action)
                    .text("reason", decision.reason()).number("fileBytes", decision.run().fileBytes()).endObject();
            json.endLine();
        } else {
            console.out().println(String.format(
                    Locale.ROOT, "%-12s %-7s %-36s %s", action, stream.name(), decision.run().name(), decision.reason()));
        }
    }
}
