package io.undercurrent.bench.journal;

import io.undercurrent.bench.Spread;
import io.undercurrent.bench.TemporaryFolder;
import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What appending an event costs its thread, in turn with a copy of the same renumbered batches into a new mapped file. Both pay the first
 * touch of each page, unless the journal's keeper was there before.
 */
final class AppendCost {
    /** A multiple of every batch. */
    private static final int EVENTS = 480_000;
    private static final int ROUNDS = 9;
    private static final List<Integer> BATCHES = List.of(1, 16, 64, 600);

    private AppendCost() {
    }

    static String table(final List<Setup> setups) {
        final StringBuilder table = new StringBuilder("| events/excerpt | copy, ns/event |");
        setups.forEach(setup -> table.append(' ').append(setup.name()).append(" | ratio |"));
        table.append("\n|---|---|").append("---|---|".repeat(setups.size())).append('\n');
        for (final int perExcerpt : BATCHES) {
            table.append(row(new EventBatch(perExcerpt), setups));
        }
        return table.toString();
    }

    private static String row(final EventBatch batch, final List<Setup> setups) {
        final double[] copies = new double[ROUNDS];
        final double[][] appends = new double[setups.size()][ROUNDS];
        // the first two rounds are for the compiler
        for (int round = -2; round < ROUNDS; round++) {
            final int slot = Math.max(0, round);
            copies[slot] = inFolder(folder -> copy(folder, batch));
            for (int i = 0; i < setups.size(); i++) {
                final JournalOptions options = setups.get(i).options();
                appends[i][slot] = inFolder(folder -> append(folder, batch, options));
            }
        }
        final Spread copy = Spread.of(copies);
        final StringBuilder row = new StringBuilder("| " + batch.count() + " | " + text(copy) + " |");
        for (final double[] figures : appends) {
            final Spread append = Spread.of(figures);
            row.append(String.format(Locale.ROOT, " %s | %.2f |", text(append), append.median() / copy.median()));
        }
        return row.append('\n').toString();
    }

    private static String text(final Spread spread) {
        return String.format(Locale.ROOT, "%.1f (%.1f … %.1f)", spread.median(), spread.least(), spread.most());
    }

    private static double inFolder(final ToDoubleFunction<TemporaryFolder> measurement) {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            return measurement.applyAsDouble(folder);
        }
    }

    private static double append(final TemporaryFolder folder, final EventBatch batch, final JournalOptions options) {
        try (JournalAppender appender = JournalAppender.open(folder.path().resolve("events"), options)) {
            final long startNs = System.nanoTime();
            for (long sequence = 1; sequence <= EVENTS; sequence += batch.count()) {
                appender.append(batch.from(sequence), 0, batch.length(), sequence, batch.count());
            }
            return (System.nanoTime() - startNs) / (double) EVENTS;
        }
    }

    private static double copy(final TemporaryFolder folder, final EventBatch batch) {
        try (FileChannel channel = FileChannel.open(folder.path().resolve("control"), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            final MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) EVENTS * EventBatch.EVENT_BYTES);
            final UnsafeBuffer target = new UnsafeBuffer(mapped);
            int at = 0;
            final long startNs = System.nanoTime();
            for (long sequence = 1; sequence <= EVENTS; sequence += batch.count()) {
                target.putBytes(at, batch.from(sequence), 0, batch.length());
                at += batch.length();
            }
            return (System.nanoTime() - startNs) / (double) EVENTS;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
