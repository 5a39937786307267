package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random damage to every kind of file of a stream, then reading, verifying, a new writer and reading again: nothing is delivered that was not
 * appended, what is lost is reported or covered by a gap event, and what is appended afterwards can be read.
 */
final class DamageMatrixTest {
    private static final JournalOptions SMALL = JournalOptions.DEFAULT.withSegmentBytes(12_000).withAheadBytes(0)
            .withDurability(Durability.APPENDED);
    private static final int RUN_EVENTS = 300;
    private static final int RUNS = 3;
    private static final long LAST = (long) RUNS * RUN_EVENTS;

    @TempDir
    private Path directory;
    private Path original;
    private final Batch batch = new Batch();
    private Random random = new Random();

    /** A clean run, a recovered one, and a last one that is unclean. */
    @BeforeEach
    void makeOriginal() throws IOException {
        original = directory.resolve("original");
        for (int run = 0; run < RUNS; run++) {
            append(original, RUN_EVENTS);
            if (run > 0) {
                Files.delete(RunDirectory.list(original).getLast().path().resolve(RunStop.FILE));
            }
        }
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        random = new Random(seed);
    }

    @Test
    void flippedBitsAreDetectedOrWithoutEffect() throws IOException {
        for (int round = 0; round < 60; round++) {
            round("flip", (file, bytes) -> {
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Files.write(file, bytes);
            });
        }
    }

    @Test
    void cutFilesAreDetectedOrWithoutEffect() throws IOException {
        for (int round = 0; round < 40; round++) {
            round("cut", (file, bytes) -> Damage.cut(file, random.nextInt(10) == 0 ? 0 : random.nextInt(bytes.length)));
        }
    }

    @Test
    void pagesOfZerosOrGarbageAreDetectedOrWithoutEffect() throws IOException {
        for (int round = 0; round < 40; round++) {
            round("page", (file, bytes) -> {
                final boolean zeros = random.nextBoolean();
                final int start = random.nextInt((bytes.length + 511) / 512) * 512;
                for (int i = start; i < Math.min(bytes.length, start + 512 * (1 + random.nextInt(8))); i++) {
                    bytes[i] = zeros ? 0 : (byte) random.nextInt();
                }
                Files.write(file, bytes);
            });
        }
    }

    @Test
    void missingFilesAreDetectedOrWithoutEffect() throws IOException {
        for (int round = 0; round < 40; round++) {
            round("missing", (file, bytes) -> Files.delete(file));
        }
    }

    /** Damages the content of a file. */
    private interface Harm {
        void to(Path file, byte[] content) throws IOException;
    }

    private void round(final String kind, final Harm harm) throws IOException {
        final Path stream = directory.resolve("copy");
        copy(original, stream);
        final List<Path> files = files(stream);
        final Path file = files.get(random.nextInt(files.size()));
        byte[] content = Files.readAllBytes(file);
        if (file.toString().endsWith(".cq4") && random.nextInt(4) > 0) {
            // most of such a file is behind its data
            content = Arrays.copyOf(content, (int) Math.min(content.length, Damage.endOfData(file) + 64));
        }
        harm.to(file, content);
        final String where = kind + " " + stream.relativize(file);

        final Outcome before = read(stream);
        final StreamReport report = JournalVerifier.verify(stream);
        final RunReport newest = report.runs().getLast();
        assertTrue(!report.isSound() || newest.lastSequence() == LAST, where + ": lost in silence behind " + newest.lastSequence());
        // In the run that has no end yet a tailer waits where the headers end, as if they were still being written
        assertTrue(before.last == LAST || !before.error.isEmpty() || !report.isSound() || !newest.note().isEmpty(),
                where + ": a tailer stops in silence behind " + before.last);
        final long first;
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            first = appender.nextSequence();
            assertTrue(first > before.last, where + ": sequence " + before.last + " is used again");
            assertTrue(!report.isSound() || first == LAST + 1, where + ": all were there, but it goes on at sequence " + first);
            for (int i = 0; i < 5; i++) {
                batch.append(appender, 3);
            }
        }
        final Outcome after = read(stream);
        assertTrue(after.last == first + 14 || !after.error.isEmpty(), where + ": " + after.last + " instead of " + (first + 14));
        final boolean inLastRun = Manifest.parent(file).endsWith(RunDirectory.list(original).getLast().name());
        if (inLastRun || Manifest.parent(file).equals(stream)) {
            // only what was written in earlier runs may still stop a tailer
            assertEquals("", after.error, where);
            assertTrue(JournalVerifier.verify(stream).isSound(), where);
        }
        assertTrue(!report.isSound() || after.missing == 0, where + ": all were there, but " + after.missing + " are missing");
        assertEquals(first + 14, readFrom(stream, first), where + ": what was appended after it is invisible");
    }

    private record Outcome(long last, long missing, String error) {
    }

    /** Fails if anything is delivered that was not appended. */
    private static Outcome read(final Path stream) {
        final Reading reading = new Reading(1);
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            reading.drain(tailer);
            return new Outcome(reading.last(), reading.missing(), "");
        } catch (final JournalException e) {
            return new Outcome(reading.last(), reading.missing(), String.valueOf(e.getMessage()));
        }
    }

    private static long readFrom(final Path stream, final long sequence) {
        final Reading reading = new Reading(sequence);
        try (JournalTailer tailer = JournalTailer.open(stream)) {
            tailer.seek(sequence);
            reading.drain(tailer);
        }
        return reading.last();
    }

    private void append(final Path stream, final int events) {
        try (JournalAppender appender = JournalAppender.open(stream, SMALL)) {
            final long end = appender.lastSequence() + events;
            while (appender.lastSequence() < end) {
                batch.append(appender, (int) Math.min(7, end - appender.lastSequence()));
            }
        }
    }

    private static List<Path> files(final Path directory) throws IOException {
        final Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(directory)) {
            for (final Path path : tree.toList()) {
                if (Files.isRegularFile(path) && Files.size(path) > 0) {
                    files.put(path.toString(), path);
                }
            }
        }
        return new ArrayList<>(files.values());
    }

    private static void copy(final Path from, final Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> tree = Files.walk(to)) {
                for (final Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> tree = Files.walk(from)) {
            for (final Path path : tree.toList()) {
                final Path target = to.resolve(from.relativize(path));
                Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                if (Files.isRegularFile(target)) {
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
                }
            }
        }
    }
}
