package io.undercurrent.bench.campaign;

import io.undercurrent.bench.Child;
import io.undercurrent.bench.TemporaryFolder;
import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Main of a process that writes streams until it is killed: {@code FOLDER COUNTERS SEED}. It says when it is warm, then waits for a line.
 * It goes on with the stream that the counters name, and begins another one in the same folder whenever that one has grown enough.
 */
final class Writer {
    private static final int MAX_STREAM_EVENTS = 12_000;
    private static final int MAX_BATCH = 64;
    private static final List<Level> LEVELS = List.of(Level.APPENDED, Level.INTERVAL, Level.BATCH);

    private final Path folder;
    private final SharedCounters counters;
    private final MadeEvents made;
    private final Random random;

    private Writer(final Path folder, final SharedCounters counters, final long seed) {
        this.folder = folder;
        this.counters = counters;
        this.made = new MadeEvents(seed);
        this.random = new Random(seed);
    }

    /** Starts such a process; it says a line when it is warm. */
    static Child start(final Path folder, final Path streams, final Path counters, final long seed) throws IOException {
        return Child.start(folder, Writer.class, List.of("-XX:TieredStopAtLevel=1", "-Xmx128m"), Map.of(), streams, counters, seed);
    }

    public static void main(final String[] arguments) throws IOException {
        final Path folder = Path.of(arguments[0]);
        final Writer writer = new Writer(folder, SharedCounters.map(Path.of(arguments[1])), Long.parseLong(arguments[2]));
        warm(folder.resolve("warm-" + ProcessHandle.current().pid()));
        System.out.println("warm");
        if (System.in.read() >= 0) {
            ParentWatch.start();
            writer.write();
        }
    }

    /** Loads what appending needs, so that the first moments are spent on appending. */
    static void warm(final Path stream) throws IOException {
        try (JournalAppender appender = JournalAppender.open(stream, Level.small())) {
            new MadeEvents(0).append(appender, 1);
        }
        TemporaryFolder.delete(stream);
    }

    private void write() throws IOException {
        while (true) {
            final long number = counters.get(SharedCounters.STREAM);
            final JournalOptions options = LEVELS.get(random.nextInt(LEVELS.size())).options();
            try (JournalAppender appender = JournalAppender.open(stream(folder, number), options)) {
                counters.set(SharedCounters.FIRST, appender.nextSequence());
                final long end = appender.lastSequence() + 1 + random.nextInt(MAX_STREAM_EVENTS);
                while (appender.lastSequence() < end) {
                    made.append(appender, 1 + random.nextInt(MAX_BATCH));
                    counters.set(SharedCounters.APPENDED, appender.lastSequence());
                    counters.set(SharedCounters.BEATS, counters.get(SharedCounters.BEATS) + 1);
                }
            }
            // In this order each moment asks for no more than was appended
            counters.set(SharedCounters.APPENDED, 0);
            counters.set(SharedCounters.FIRST, 0);
            counters.set(SharedCounters.STREAM, number + 1);
            TemporaryFolder.delete(stream(folder, number));
        }
    }

    static Path stream(final Path folder, final long number) {
        return folder.resolve("stream-" + number);
    }
}
