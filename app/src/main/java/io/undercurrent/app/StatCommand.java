package io.undercurrent.app;

import io.undercurrent.engine.JournalFolder;
import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.counters.EngineState;
import io.undercurrent.engine.signal.BackendStatus;
import io.undercurrent.journal.JournalRuns;
import io.undercurrent.journal.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The counters of an engine, running or ended. */
@Command(name = "stat", header = "Prints the counters of the engine that writes, or last wrote, a journal.",
        description = {"Reads a mapped file in the journal folder; the engine does not notice.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent stat data/journal/day",
            "  watch -n1 undercurrent stat data/journal/live"})
final class StatCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    StatCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        final Map<String, Long> values = read();
        if (format == Format.JSON) {
            final Json json = new Json(console.out());
            json.beginObject();
            values.forEach(json::number);
            json.endObject();
            json.endLine();
        } else {
            values.forEach((label, value) -> console.out().println(
                    String.format(Locale.ROOT, "%-28s %,16d  %s", label, value, meaning(label))));
            notices(values);
        }
        return CommandLine.ExitCode.OK;
    }

    /** What an operator should not overlook. */
    private void notices(final Map<String, Long> values) {
        if (is(values, EngineCounter.SIGNALS_BACKEND, BackendStatus.CPU_AFTER_CUDA)) {
            console.out().println("notice: the GPU was given up, and the CPU computes the signals; a restart tries the GPU again");
        }
        if (is(values, EngineCounter.BOOKS_DETACHED, 1)) {
            console.out().println("notice: the signals are behind; nothing is lost, and alerts come late");
        }
        if (!is(values, EngineCounter.STATE, EngineState.ENDED.value()) && !isWritten()) {
            console.out().println("notice: the engine is gone and has not closed its journal; the next start recovers it");
        }
    }

    private boolean isWritten() {
        final Path events = JournalFolder.events(folder);
        return Files.isDirectory(events) && JournalRuns.list(events).stream().anyMatch(run -> run.state() == RunState.OPEN);
    }

    private static boolean is(final Map<String, Long> values, final EngineCounter counter, final long value) {
        return values.getOrDefault(counter.label(), 0L) == value;
    }

    private Map<String, Long> read() {
        try {
            return CountersFile.read(folder);
        } catch (final NoSuchFileException e) {
            throw new CommandException(folder + " has no counters; give the journal folder that a demo or a replay named", e);
        } catch (final IOException e) {
            throw new CommandException("cannot read the counters in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String meaning(final String label) {
        return Arrays.stream(EngineCounter.values()).filter(counter -> counter.label().equals(label)).map(EngineCounter::meaning)
                .findFirst().orElse("");
    }
}
