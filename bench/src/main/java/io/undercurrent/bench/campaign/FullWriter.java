package io.undercurrent.bench.campaign;

import io.undercurrent.bench.Child;
import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalException;
import io.undercurrent.journal.JournalFullException;
import io.undercurrent.journal.JournalOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Main of a process that writes until the disk is full: {@code COUNTERS}. To a line {@code LEVEL SEGMENT_BYTES MARK_BYTES SEED STREAM} it answers
 * how that ended; to the next line, sent when there is room again, it goes on, closes the stream and answers again.
 */
final class FullWriter {
    static final String REFUSED = "no new run";
    static final String LOW = "low, suspended";
    static final String FULL = "full, suspended";
    static final String STANDING = "full, tried again";
    static final String ENOUGH = "room enough";
    static final String RESUMED = "resumed";
    static final String FAILED = "failed ";

    private static final String SEPARATOR = "\t";
    private static final int MAX_BATCH = 128;
    private static final int MAX_BYTES = 24 << 20;
    private static final int MEAN_EVENT_BYTES = 150;
    private static final int EVENTS_AFTER = 2_000;

    private final SharedCounters counters;
    private final MadeEvents made;
    private final Random random;
    private final JournalOptions options;
    private final Path stream;

    private FullWriter(final SharedCounters counters, final String... job) {
        this.counters = counters;
        options = Level.valueOf(job[0]).options(Long.parseLong(job[1])).withMinFreeBytes(Long.parseLong(job[2]));
        final long seed = Long.parseLong(job[3]);
        made = new MadeEvents(seed);
        random = new Random(seed);
        stream = Path.of(job[4]);
    }

    static Child start(final Path folder, final Path counters, final boolean interpreted) throws IOException {
        return Child.start(folder, FullWriter.class, interpreted ? List.of("-Xint", "-Xmx128m") : List.of("-Xmx128m"), Map.of(), counters);
    }

    static String job(final Level level, final long segmentBytes, final long markBytes, final long seed, final Path stream) {
        return String.join(SEPARATOR, level.name(), Long.toString(segmentBytes), Long.toString(markBytes), Long.toString(seed),
                stream.toString());
    }

    public static void main(final String[] arguments) throws IOException {
        final SharedCounters counters = SharedCounters.map(Path.of(arguments[0]));
        final BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = jobs.readLine();
        while (line != null) {
            try {
                new FullWriter(counters, line.split(SEPARATOR, -1)).write(jobs);
            } catch (final JournalException e) {
                System.out.println(FAILED + e.getMessage());
            }
            line = jobs.readLine();
        }
    }

    private void write(final BufferedReader jobs) throws IOException {
        final JournalAppender appender;
        try {
            appender = JournalAppender.open(stream, options);
        } catch (final JournalFullException e) {
            System.out.println(REFUSED);
            jobs.readLine();
            try (JournalAppender next = JournalAppender.open(stream, options)) {
                goOn(next);
            }
            System.out.println(RESUMED);
            return;
        }
        try (appender) {
            System.out.println(fill(appender));
            jobs.readLine();
            appender.resume();
            goOn(appender);
        }
        System.out.println(RESUMED);
    }

    private String fill(final JournalAppender appender) {
        try {
            while (appender.lastSequence() < MAX_BYTES / MEAN_EVENT_BYTES) {
                if (appender.space().low()) {
                    appender.suspend();
                    publish(appender);
                    return LOW;
                }
                made.append(appender, 1 + random.nextInt(MAX_BATCH));
                publish(appender);
            }
            return ENOUGH;
        } catch (final JournalFullException e) {
            if (random.nextBoolean()) {
                return STANDING;
            }
            appender.suspend();
            publish(appender);
            return FULL;
        }
    }

    private void goOn(final JournalAppender appender) {
        final long end = appender.lastSequence() + EVENTS_AFTER;
        while (appender.lastSequence() < end) {
            made.append(appender, 1 + random.nextInt(MAX_BATCH));
        }
        appender.close();
        // in order, so all of it
        publish(appender);
    }

    private void publish(final JournalAppender appender) {
        counters.set(SharedCounters.APPENDED, appender.lastSequence());
        counters.set(SharedCounters.ACKNOWLEDGED, appender.acknowledgedSequence());
    }
}
