package io.undercurrent.bench.campaign;

import io.undercurrent.bench.Child;
import io.undercurrent.bench.Command;
import io.undercurrent.journal.JournalAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Main of a process that writes one stream until the disk is gone: {@code FOLDER COUNTERS}. It says when it is warm, waits for a line
 * {@code LEVEL SEED STREAM}, and publishes what is acknowledged after each batch.
 */
final class CutWriter {
    private static final int MAX_BATCH = 64;
    private static final int MAX_PAUSE_NS = 400_000;
    private static final String SEPARATOR = "\t";

    private final SharedCounters counters;
    private final Level level;
    private final MadeEvents made;
    private final Random random;

    private CutWriter(final SharedCounters counters, final Level level, final long seed) {
        this.counters = counters;
        this.level = level;
        this.made = new MadeEvents(seed);
        this.random = new Random(seed);
    }

    /** Starts such a process. */
    static Child start(final Path folder, final Path counters) throws IOException {
        return Child.start(folder, CutWriter.class, List.of("-XX:TieredStopAtLevel=1", "-Xmx128m"), Map.of(), folder, counters);
    }

    static String job(final Level level, final long seed, final Path stream) {
        return String.join(SEPARATOR, level.name(), Long.toString(seed), stream.toString());
    }

    public static void main(final String[] arguments) throws IOException {
        final Path warm = Path.of(arguments[0]).resolve("warm-" + ProcessHandle.current().pid());
        Writer.warm(warm);
        System.out.println("warm");
        final BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        final String line = jobs.readLine();
        if (line != null) {
            ParentWatch.start();
            final String[] job = line.split(SEPARATOR, -1);
            final CutWriter writer = new CutWriter(
                    SharedCounters.map(Path.of(arguments[1])), Level.valueOf(job[0]), Long.parseLong(job[1]));
            if (writer.level == Level.CONTROL) {
                writer.writePlain(Path.of(job[2]));
            } else {
                writer.write(Path.of(job[2]));
            }
        }
    }

    private void write(final Path stream) {
        try (JournalAppender appender = JournalAppender.open(stream, level.options())) {
            while (true) {
                made.append(appender, 1 + random.nextInt(MAX_BATCH));
                publish(appender.lastSequence(), level.acknowledged(appender));
            }
        }
    }

    private void writePlain(final Path stream) throws IOException {
        try (PlainChronicle queue = PlainChronicle.open(stream)) {
            queue.append(made.buffer(), made.make(1));
            // Chronicle leaves its new files' names and first pages to the system; that they may be gone is not what is to be shown
            Command.run("sync", "--file-system", stream.toString());
            long last = 1;
            while (true) {
                for (int i = 1 + random.nextInt(MAX_BATCH); i > 0; i--) {
                    last++;
                    queue.append(made.buffer(), made.make(last));
                }
                queue.sync();
                publish(last, last);
            }
        }
    }

    private void publish(final long appended, final long acknowledged) {
        counters.set(SharedCounters.APPENDED, appended);
        counters.set(SharedCounters.ACKNOWLEDGED, acknowledged);
        counters.set(SharedCounters.BEATS, counters.get(SharedCounters.BEATS) + 1);
        LockSupport.parkNanos(random.nextInt(MAX_PAUSE_NS));
    }
}
