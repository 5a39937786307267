package io.undercurrent.bench.campaign;

import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalException;
import io.undercurrent.journal.JournalOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Main of a process whose wall clock it moves itself: {@code CLOCK}, the mapped file of the preloaded {@code clock.c}. For each line
 * {@code SEED STEPS STREAM} it writes a stream, moving the clock before each segment's end, and answers
 * {@code LAST MOVED FAILED RESTARTED ERROR}.
 */
final class ClockWriter {
    static final String SEPARATOR = "\t";

    private static final int CLOCK = 0;
    private static final int MAX_BATCH = 16;
    /** Less than a batch has on average, so that most steps meet a new segment. */
    private static final int SEGMENT_BYTES = 1_000;
    private static final int STEPS_PER_RESTART = 10;
    private static final long TOLERANCE_MS = 5_000;
    /** Europe/Berlin goes to and from summer time. */
    private static final long[] CHANGES_MS = {
        Instant.parse("2026-03-29T01:00:00Z").toEpochMilli(), Instant.parse("2026-10-25T01:00:00Z").toEpochMilli()};
    private static final long[] STEPS_MS = {
        TimeUnit.SECONDS.toMillis(1), -TimeUnit.SECONDS.toMillis(1), TimeUnit.HOURS.toMillis(1), -TimeUnit.HOURS.toMillis(1),
        TimeUnit.DAYS.toMillis(1), -TimeUnit.DAYS.toMillis(1)};

    private final SharedCounters clock;
    private final JournalOptions options = Level.APPENDED.options(SEGMENT_BYTES);
    private final Random random;
    private final MadeEvents made;
    private int moved;
    private int failed;
    private int restarted;
    private String error = "";

    private ClockWriter(final SharedCounters clock, final long seed) {
        this.clock = clock;
        this.random = new Random(seed);
        this.made = new MadeEvents(seed);
    }

    public static void main(final String[] arguments) throws IOException {
        final SharedCounters clock = SharedCounters.map(Path.of(arguments[0]));
        final BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = jobs.readLine();
        while (line != null) {
            final String[] job = line.split(SEPARATOR, -1);
            final ClockWriter writer = new ClockWriter(clock, Long.parseLong(job[0]));
            final long last = writer.write(Path.of(job[2]), Integer.parseInt(job[1]));
            System.out.println(last + SEPARATOR + writer.moved + SEPARATOR + writer.failed + SEPARATOR + writer.restarted + SEPARATOR
                    + writer.error);
            line = jobs.readLine();
        }
    }

    private long write(final Path stream, final int steps) {
        JournalAppender appender = JournalAppender.open(stream, options);
        try {
            for (int i = 0; i < steps; i++) {
                step();
                try {
                    made.append(appender, 1 + random.nextInt(MAX_BATCH));
                    made.append(appender, 1 + random.nextInt(MAX_BATCH));
                    if (random.nextInt(STEPS_PER_RESTART) == 0) {
                        restarted++;
                        appender.close();
                        appender = JournalAppender.open(stream, options);
                    }
                } catch (final JournalException e) {
                    failed++;
                    error = String.valueOf(e.getMessage());
                    appender.close();
                    appender = JournalAppender.open(stream, options);
                }
            }
            return appender.lastSequence();
        } finally {
            appender.close();
        }
    }

    /** Moves the clock by one of the steps, or to just before or after a change of summer time. */
    private void step() {
        final long before = System.currentTimeMillis();
        final int kind = random.nextInt(STEPS_MS.length + CHANGES_MS.length);
        final long step = kind < STEPS_MS.length ? STEPS_MS[kind]
                : CHANGES_MS[kind - STEPS_MS.length] + (random.nextBoolean() ? 1 : -1) * random.nextLong(5) - before;
        clock.set(CLOCK, clock.get(CLOCK) + TimeUnit.MILLISECONDS.toNanos(step));
        if (Math.abs(System.currentTimeMillis() - before - step) < TOLERANCE_MS) {
            moved++;
        }
    }
}
