package io.undercurrent.journal;

import io.undercurrent.codec.Events;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Measures appending and tailing: {@code [DIRECTORY] [ROUNDS]}. Events of 88 bytes, encoded once and renumbered before each append; a new
 * run per round, so page faults are in the figure, as they are in the control: copying the same renumbered batches into a new mapped file.
 * Prints median and range in ns per event.
 */
final class JournalCost {
    private static final int EVENTS = 2_000_000;

    private final Batch batch = new Batch();

    private JournalCost() {
    }

    public static void main(final String[] arguments) throws IOException {
        final Path base = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "."), "journal-cost");
        final int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        System.out.println("events/excerpt               append                 tail       memcpy control");
        for (final int perExcerpt : new int[] {1, 16, 64}) {
            final double[][] figures = new double[3][rounds];
            for (int round = -1; round < rounds; round++) {
                final JournalCost cost = new JournalCost();
                final Path stream = base.resolve("round" + round);
                final double[] ns = {cost.append(stream, perExcerpt), cost.tail(stream), cost.copy(base.resolve("control"), perExcerpt)};
                for (int i = 0; i < ns.length && round >= 0; i++) {
                    figures[i][round] = ns[i];
                }
                delete(stream);
            }
            System.out.printf("%14d %20s %20s %20s%n", perExcerpt, spread(figures[0]), spread(figures[1]), spread(figures[2]));
        }
        delete(base);
    }

    private double append(final Path stream, final int perExcerpt) {
        final int length = batch.fill(1, perExcerpt);
        try (JournalAppender appender = JournalAppender.open(stream)) {
            final long start = System.nanoTime();
            for (long sequence = 1; sequence <= EVENTS; sequence += perExcerpt) {
                renumber(sequence, perExcerpt);
                appender.append(batch.buffer(), 0, length, sequence, perExcerpt);
            }
            return nsPerEvent(start);
        }
    }

    private double tail(final Path stream) {
        final long[] seen = {0};
        final EventConsumer counter = (buffer, offset, eventLength) -> seen[0]++;
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            final long start = System.nanoTime();
            while (seen[0] < EVENTS) {
                tailer.poll(counter, 64);
            }
            return nsPerEvent(start);
        }
    }

    private double copy(final Path file, final int perExcerpt) throws IOException {
        final int length = batch.fill(1, perExcerpt);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) EVENTS * Batch.EVENT_LENGTH);
            final UnsafeBuffer target = new UnsafeBuffer(mapped);
            int at = 0;
            final long start = System.nanoTime();
            for (long sequence = 1; sequence <= EVENTS; sequence += perExcerpt) {
                renumber(sequence, perExcerpt);
                target.putBytes(at, batch.buffer(), 0, length);
                at += length;
            }
            return nsPerEvent(start);
        } finally {
            Files.delete(file);
        }
    }

    private void renumber(final long first, final int count) {
        for (int i = 0; i < count; i++) {
            Events.sequence(batch.buffer(), i * Batch.EVENT_LENGTH, first + i);
        }
    }

    private static double nsPerEvent(final long start) {
        return (System.nanoTime() - start) / (double) EVENTS;
    }

    private static String spread(final double[] values) {
        Arrays.sort(values);
        return String.format("%.0f (%.0f..%.0f)", values[values.length / 2], values[0], values[values.length - 1]);
    }

    private static void delete(final Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (final Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
