package io.undercurrent.app;

import io.undercurrent.engine.JournalFolder;
import io.undercurrent.journal.JournalTailer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The alerts of a journal, and with {@code --follow} those to come. */
@Command(name = "tail", header = "Prints the alerts of a journal.",
        description = {
            "A line tells when an alert was raised or cleared (UTC, the end of the row), instrument, side, severity, the pattern that "
                + "leads, the net log-odds (this side's evidence less the other's), the share of the signals available, the five "
                + "averaged scores from 0 to 1 (-: not available), best bid / best ask, and the number that 'explain' takes.", "",
            "With --follow it waits for more, also for a writer that is not there yet, until SIGINT; that is exit status 0.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent alerts tail data/demo/20260105T143000Z",
            "  undercurrent alerts tail data/journal/live --follow --format json | jq .symbol"})
final class AlertsTailCommand implements Callable<Integer> {
    private static final long QUIET_NS = 50_000_000;

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Option(names = "--follow", description = "wait for more until stopped")
    private boolean follow;

    @Option(names = "--from", paramLabel = "INDEX", defaultValue = "1",
            description = "number of the first alert to print; default: ${DEFAULT-VALUE}")
    private long from = 1;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    AlertsTailCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (follow) {
            console.stops().onRequest(() -> { });
            awaitStream();
        } else {
            Journals.alerts(folder);
        }
        if (console.stops().requested()) {
            return CommandLine.ExitCode.OK;
        }
        final Json json = new Json(console.out());
        try (JournalTailer tailer = JournalTailer.open(JournalFolder.alerts(folder))) {
            if (from > tailer.nextSequence()) {
                tailer.seek(from);
            }
            while (!console.stops().requested()) {
                final int delivered = tailer.poll((buffer, offset, length) -> {
                    if (Alert.is(buffer, offset)) {
                        print(json, Alert.of(buffer, offset));
                    }
                }, 1);
                if (delivered == 0) {
                    if (!follow) {
                        break;
                    }
                    console.out().flush();
                    LockSupport.parkNanos(QUIET_NS);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void print(final Json json, final Alert alert) {
        if (format == Format.JSON) {
            AlertJson.writeLine(json, alert);
        } else {
            console.out().println(AlertText.line(alert));
        }
    }

    private void awaitStream() {
        while (!Files.isDirectory(JournalFolder.alerts(folder)) && !console.stops().requested()) {
            LockSupport.parkNanos(QUIET_NS);
        }
    }
}
