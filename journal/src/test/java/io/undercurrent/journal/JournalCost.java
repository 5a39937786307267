package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Measures appending and tailing: {@code [DIRECTORY] [ROUNDS]}. Events of 88 bytes, encoded once and renumbered before each append (that is
 * in the figure); a new run per round, so first touches and page faults are in it too. Prints median and range of ns per event.
 */
final class JournalCost {
    private static final int EVENTS = 2_000_000;

    private JournalCost() {
    }

    public static void main(final String[] arguments) throws IOException {
        final Path base = Files.createTempDirectory(arguments.length > 0 ? Path.of(arguments[0]) : Path.of("."), "journal-cost");
        final int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        System.out.println("events/excerpt  append ns/event: median (min..max)  tail ns/event: median (min..max)");
        for (final int perExcerpt : new int[] {1, 16, 64}) {
            final double[] append = new double[rounds];
            final double[] tail = new double[rounds];
            round(base.resolve("warm-up" + perExcerpt), perExcerpt, new double[1], new double[1], 0);
            for (int round = 0; round < rounds; round++) {
                round(base.resolve(perExcerpt + "-" + round), perExcerpt, append, tail, round);
            }
            System.out.printf("%14d  %28s  %28s%n", perExcerpt, spread(append), spread(tail));
        }
        RunDirectory.delete(base);
    }

    private static void round(final Path stream, final int perExcerpt, final double[] append, final double[] tail, final int at)
            throws IOException {
        final Batch batch = new Batch();
        final int length = batch.fill(1, perExcerpt);
        try (JournalAppender appender = JournalAppender.open(stream)) {
            final long start = System.nanoTime();
            for (long sequence = 1; sequence <= EVENTS; sequence += perExcerpt) {
                for (int i = 0; i < perExcerpt; i++) {
                    io.undercurrent.codec.Events.sequence(batch.buffer(), i * Batch.EVENT_LENGTH, sequence + i);
                }
                appender.append(batch.buffer(), 0, length, sequence, perExcerpt);
            }
            append[at] = (System.nanoTime() - start) / (double) EVENTS;
        }
        final long[] seen = {0};
        final EventConsumer counter = (buffer, offset, eventLength) -> seen[0]++;
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            final long start = System.nanoTime();
            while (seen[0] < EVENTS) {
                tailer.poll(counter, 64);
            }
            tail[at] = (System.nanoTime() - start) / (double) EVENTS;
        }
        RunDirectory.delete(stream);
    }

    private static String spread(final double[] values) {
        Arrays.sort(values);
        return String.format("%.0f (%.0f..%.0f)", values[values.length / 2], values[0], values[values.length - 1]);
    }
}
