package io.undercurrent.bench.journal;

import io.undercurrent.bench.Child;
import io.undercurrent.bench.Command;
import io.undercurrent.bench.Machine;
import io.undercurrent.bench.Report;
import io.undercurrent.bench.Spread;
import io.undercurrent.bench.TemporaryFolder;
import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalRun;
import io.undercurrent.journal.JournalRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long a start takes behind a writer that was killed, and behind one that was closed in order, by the size of its run; cold. Arguments:
 * sizes in GiB. Each writer and each start is a process of its own.
 */
public final class RecoveryFigures {
    private static final List<String> SIZES = List.of("0.001", "1", "4", "16");
    private static final int ROUNDS = 3;
    private static final int EVENTS_PER_EXCERPT = 16;
    private static final double GIB = 1L << 30;
    private static final double NS_PER_SECOND = 1e9;
    private static final String WRITE = "write";
    private static final String OPEN = "open";

    private RecoveryFigures() {
    }

    public static void main(final String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && arguments[0].equals(WRITE)) {
            write(Path.of(arguments[1]), (long) (Double.parseDouble(arguments[2]) * GIB), Boolean.parseBoolean(arguments[3]));
        } else if (arguments.length > 0 && arguments[0].equals(OPEN)) {
            open(Path.of(arguments[1]));
        } else {
            report(arguments.length > 0 ? List.of(arguments) : SIZES);
        }
    }

    private static void write(final Path stream, final long bytes, final boolean close) {
        final EventBatch batch = new EventBatch(EVENTS_PER_EXCERPT);
        final JournalAppender appender = JournalAppender.open(stream);
        while (appender.lastSequence() * EventBatch.EVENT_BYTES < bytes) {
            final long sequence = appender.nextSequence();
            appender.append(batch.from(sequence), 0, batch.length(), sequence, EVENTS_PER_EXCERPT);
        }
        if (close) {
            appender.close();
        }
        // as a kill would
        Runtime.getRuntime().halt(0);
    }

    private static void open(final Path stream) {
        final long startNs = System.nanoTime();
        final JournalAppender appender = JournalAppender.open(stream);
        System.out.println(System.nanoTime() - startNs);
        appender.close();
    }

    private static void report(final List<String> sizes) throws IOException, InterruptedException {
        final String load = Machine.load();
        final StringBuilder table = new StringBuilder("""
                | events, GiB | killed: ready after, s | s per GiB | closed in order: ready after, s |
                |---|---|---|---|
                """);
        for (final String size : sizes) {
            System.err.println("measuring " + size + " GiB");
            final Spread killed = measure(size, false);
            final Spread closed = measure(size, true);
            final double gib = Double.parseDouble(size);
            table.append(String.format(Locale.ROOT, "| %s | %s | %s | %s |%n", size, text(killed),
                    gib < 1 ? "" : String.format(Locale.ROOT, "%.2f", killed.median() / gib), text(closed)));
        }
        Report.write("recovery", Machine.heading("How long a start takes", load) + """
                Behind a writer with the default options that was killed, or closed in order, after so many events of 88 bytes, 16 in an excerpt.
                Nothing of the journal's files is in the page cache. Median (least … most) of %d starts, each a new process; from the call of
                `JournalAppender.open` to its return, the start of the JVM not included.

                """.formatted(ROUNDS) + table);
    }

    private static Spread measure(final String size, final boolean closed) throws IOException, InterruptedException {
        final double[] seconds = new double[ROUNDS];
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            final Path stream = folder.path().resolve("events");
            call(folder, WRITE, stream, size, closed);
            for (int round = 0; round < ROUNDS; round++) {
                leaveToTheDisk(stream);
                seconds[round] = Long.parseLong(call(folder, OPEN, stream)) / NS_PER_SECOND;
                undo(stream);
            }
        }
        return Spread.of(seconds);
    }

    /** What the process said. */
    private static String call(final TemporaryFolder folder, final Object... arguments) throws IOException, InterruptedException {
        try (Child child = Child.start(folder.path(), RecoveryFigures.class, List.of("-Xmx256m"), Map.of(), arguments)) {
            final String said = child.receive();
            if (child.waitFor() != 0) {
                throw new IOException("a process failed: " + child.errors());
            }
            return said;
        }
    }

    /** Takes the files out of the page cache. */
    private static void leaveToTheDisk(final Path stream) throws IOException {
        try (Stream<Path> tree = Files.walk(stream)) {
            for (final Path file : tree.filter(Files::isRegularFile).toList()) {
                Command.run("sync", file.toString());
                Command.run("dd", "if=" + file, "iflag=nocache", "count=0", "status=none");
            }
        }
    }

    /** Takes away what the start has written, so that the next one finds what it found. */
    private static void undo(final Path stream) throws IOException {
        final List<JournalRun> runs = JournalRuns.list(stream);
        for (final JournalRun later : runs.subList(1, runs.size())) {
            TemporaryFolder.delete(later.directory());
        }
        Files.deleteIfExists(runs.getFirst().directory().resolve("recovered.txt"));
    }

    private static String text(final Spread spread) {
        return String.format(Locale.ROOT, "%.2f (%.2f … %.2f)", spread.median(), spread.least(), spread.most());
    }
}
