package io.undercurrent.app;

import io.undercurrent.engine.JournalFolder;
import io.undercurrent.journal.EventConsumer;
import io.undercurrent.journal.JournalRun;
import io.undercurrent.journal.JournalRuns;
import io.undercurrent.journal.JournalTailer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What commands do with journal folders. */
final class Journals {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Journals() {
    }

    /** The folder's stream of events, which must be there. */
    static Path events(final Path folder) {
        return require(folder, JournalFolder.events(folder));
    }

    /** The folder's stream of alerts, which must be there. */
    static Path alerts(final Path folder) {
        return require(folder, JournalFolder.alerts(folder));
    }

    private static Path require(final Path folder, final Path stream) {
        if (!Files.isDirectory(folder)) {
            throw new CommandException(folder + " is not a folder; give the journal folder that a demo or a replay named");
        }
        if (!Files.isDirectory(stream)) {
            throw new CommandException(folder + " is not a journal folder: it has no '" + stream.getFileName()
                    + "' in it; give the folder that a demo or a replay named");
        }
        return stream;
    }

    /** Gives every event from sequence {@code from} on, to the end that the stream has now, to the consumer. */
    static void read(final Path stream, final long from, final EventConsumer consumer) {
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            if (from > tailer.nextSequence()) {
                tailer.seek(from);
            }
            while (tailer.poll(consumer, 1) > 0) {
                // until there is no more
            }
        }
    }

    /** As {@link #read(Path, long, EventConsumer)}, from the oldest event on. */
    static void read(final Path stream, final EventConsumer consumer) {
        read(stream, 1, consumer);
    }

    /** The sequence that the newest run began with; 1 where there is none. */
    static long newestRunStart(final Path stream) {
        final List<JournalRun> runs = JournalRuns.list(stream);
        return runs.isEmpty() ? 1 : runs.getLast().firstSequence();
    }

    /**
     * A folder below {@code parent} that is not there yet, named after the time.
     *
     * @param suffix what its name ends with
     */
    static Path fresh(final Path parent, final Instant now, final String suffix) {
        return free(parent, STAMP.format(now) + suffix, "");
    }

    /** The path {@code parent/name} with the ending, or with a number before the ending if something of that name is there. */
    static Path free(final Path parent, final String name, final String ending) {
        Path path = parent.resolve(name + ending);
        for (int n = 2; Files.exists(path); n++) {
            path = parent.resolve(name + "-" + n + ending);
        }
        return path;
    }

    /** Whether both are the same folder, there or not yet. */
    static boolean same(final Path a, final Path b) {
        try {
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize())
                    || (Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b));
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot compare " + a + " and " + b + ": " + e.getMessage(), e);
        }
    }
}
