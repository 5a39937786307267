package io.undercurrent.app;

import io.undercurrent.journal.JournalVerifier;
import io.undercurrent.journal.RunReport;
import io.undercurrent.journal.StreamReport;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether every byte of a journal stands. */
@Command(name = "verify", header = "Reads every byte of a journal and says what stands.",
        description = {
            "Checks each excerpt's checksum and that the events of all runs follow each other. Exit status 0: everything is there and "
                + "valid, or lost and covered by a gap event, and the lines say how much; 1: something is damaged or missing, and the line of "
                + "its run says what.", ""},
        footerHeading = "%nExample:%n", footer = "  undercurrent journal verify data/journal/day && echo sound")
final class JournalVerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    JournalVerifyCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        final Json json = new Json(console.out());
        final Progress progress = new Progress(console);
        boolean sound = true;
        for (final JournalStream stream : JournalStream.of(folder)) {
            progress.show("reading " + stream.path());
            final StreamReport report = JournalVerifier.verify(stream.path());
            progress.clear();
            sound &= report.isSound();
            for (final RunReport run : report.runs()) {
                if (format == Format.JSON) {
                    json(json, stream, run);
                } else {
                    text(stream, run);
                }
            }
            if (format == Format.TEXT) {
                report.setAside().forEach(path -> console.out().println(String.format(
                        Locale.ROOT, "%-7s %-36s set aside: its start can't be read", stream.name(), path.getFileName())));
            }
        }
        if (sound) {
            return CommandLine.ExitCode.OK;
        }
        console.out().flush();
        throw new CommandException(folder + " is damaged, as said above; restore the runs named there from a copy");
    }

    private void text(final JournalStream stream, final RunReport run) {
        console.out().println(String.format(Locale.ROOT, "%-7s %-36s %-10s %,14d events  %s", stream.name(), run.run(), run.state(),
                run.events(), verdict(run)));
    }

    private static String verdict(final RunReport run) {
        final String gap = run.missing() == 0 ? "" : String.format(Locale.ROOT, "; %,d events before it are lost, its gap event says so",
                run.missing());
        return (run.isSound() ? "sound" : "DAMAGED: " + run.error()) + gap + (run.note().isEmpty() ? "" : "; " + run.note());
    }

    private static void json(final Json json, final JournalStream stream, final RunReport run) {
        json.beginObject().text("stream", stream.name()).text("run", run.run()).text("state", run.state().name())
                .flag("sound", run.isSound()).number("missing", run.missing()).number("firstSequence", run.firstSequence()).number("lastSequence", run.lastSequence())
                .number("events", run.events()).number("excerpts", run.excerpts()).number("payloadBytes", run.payloadBytes())
                .text("note", run.note()).text("error", run.error()).endObject();
        json.endLine();
    }
}
