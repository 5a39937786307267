package io.undercurrent.feeds.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.feeds.TestData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {
    private static final int LIMIT = 256;

    @TempDir
    private Path folder;

    /** {@code FOUND line-number text}, an overlong line's text as its length. */
    private static List<String> read(final int limit, final Path... files) {
        final List<String> found = new ArrayList<>();
        try (LineReader lines = new LineReader(List.of(files), limit)) {
            for (RecordReader.Found next = lines.next(); next != RecordReader.Found.END; next = lines.next()) {
                found.add(switch (next) {
                    case SOURCE -> "SOURCE " + lines.name();
                    case TOO_LONG -> "TOO_LONG " + lines.recordNumber() + " " + lines.length();
                    default -> next + " " + lines.recordNumber() + " " + text(lines);
                });
            }
            assertEquals(RecordReader.Found.END, lines.next());
            assertEquals(lines.bytesTotal(), lines.bytesRead());
        }
        return found;
    }

    private static String text(final LineReader lines) {
        return new String(lines.buffer(), lines.offset(), lines.length(), StandardCharsets.ISO_8859_1);
    }

    private Path file(final String name, final String text) {
        return TestData.write(folder, name, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void readsLinesWithEitherEndAndTheLastWithNone() {
        assertEquals(List.of("SOURCE a.csv", "RECORD 1 one", "RECORD 2 two", "RECORD 3 ", "RECORD 4 \0\u00ff", "RECORD 5 five"),
                read(LIMIT, file("a.csv", "one\ntwo\r\n\n\0\u00ff\nfive")));
    }

    @Test
    void tellsWhetherALineWasTerminated() {
        try (LineReader lines = new LineReader(List.of(file("a.csv", "one\ntwo")), LIMIT)) {
            lines.next();
            lines.next();
            assertTrue(lines.terminated());
            lines.next();
            assertFalse(lines.terminated());
        }
    }

    @Test
    void filesFollowEachOtherWhateverTheyArePackedWith() {
        final Path plain = file("a.csv", "1\n2\n");
        final Path gzip = TestData.gzip(folder, "b.csv.gz", "3\n4".getBytes(StandardCharsets.ISO_8859_1));
        final Path zip = TestData.zip(folder, "c.zip", "sub/x.csv", "5\n", "y.csv", "6");
        assertEquals(List.of("SOURCE a.csv", "RECORD 1 1", "RECORD 2 2", "SOURCE b.csv", "RECORD 1 3", "RECORD 2 4",
                "SOURCE x.csv", "RECORD 1 5", "SOURCE y.csv", "RECORD 1 6"), readIgnoringBytes(plain, gzip, zip));
    }

    /** A zip's directory at its end is never read. */
    private static List<String> readIgnoringBytes(final Path... files) {
        final List<String> found = new ArrayList<>();
        try (LineReader lines = new LineReader(List.of(files), LIMIT)) {
            for (RecordReader.Found next = lines.next(); next != RecordReader.Found.END; next = lines.next()) {
                found.add(next == RecordReader.Found.SOURCE ? "SOURCE " + lines.name() : next + " " + lines.recordNumber() + " " + text(lines));
            }
        }
        return found;
    }

    @Test
    void theContentTellsThePackingNotTheName() {
        final Path gzip = TestData.gzip(folder, "really.csv", "1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("SOURCE really.csv", "RECORD 1 1"), read(LIMIT, gzip));
    }

    @Test
    void anOverlongLineIsPassedOverWithItsLengthAndFirstBytes() {
        final String text = "a\n" + "x".repeat(LIMIT) + "\n" + "y".repeat(LIMIT + 1) + "\r\n" + "z".repeat(1_000_000) + "\nb\n" + "w".repeat(300);
        assertEquals(List.of("SOURCE a.csv", "RECORD 1 a", "RECORD 2 " + "x".repeat(LIMIT), "TOO_LONG 3 257", "TOO_LONG 4 1000000", "RECORD 5 b",
                "TOO_LONG 6 300"), read(LIMIT, file("a.csv", text)));
        try (LineReader lines = new LineReader(List.of(file("a.csv", "z".repeat(1_000_000) + "\nb\n")), LIMIT)) {
            lines.next();
            lines.next();
            assertEquals("z".repeat(192), new String(lines.buffer(), lines.offset(), 192, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void packedDataThatStopShortGiveWhatIsThereThenSaySo() throws IOException {
        final StringBuilder text = new StringBuilder();
        final Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            text.append(random.nextLong()).append('\n');
        }
        final Path whole = TestData.gzip(folder, "whole.gz", text.toString().getBytes(StandardCharsets.ISO_8859_1));
        final byte[] bytes = Files.readAllBytes(whole);
        final List<String> cut = readIgnoringBytes(TestData.write(folder, "cut.gz", Arrays.copyOf(bytes, bytes.length / 2)));
        final List<String> all = readIgnoringBytes(whole);
        assertTrue(cut.getLast().startsWith("TRUNCATED"), cut.getLast());
        assertTrue(cut.size() > 300, "lines " + cut.size());
        assertEquals(all.subList(1, cut.size() - 1), cut.subList(1, cut.size() - 1));
        bytes[bytes.length / 2] ^= 0x55;
        final List<String> damaged = readIgnoringBytes(TestData.write(folder, "damaged.gz", bytes));
        assertTrue(damaged.getLast().startsWith("CORRUPT") || damaged.getLast().startsWith("TRUNCATED"), damaged.getLast());
    }

    @Test
    void aFileBehindADamagedOneIsStillRead() throws IOException {
        final Path whole = TestData.gzip(folder, "whole.gz", "1\n2\n".getBytes(StandardCharsets.ISO_8859_1));
        final byte[] bytes = Files.readAllBytes(whole);
        final Path cut = TestData.write(folder, "cut.gz", Arrays.copyOf(bytes, bytes.length - 5));
        assertEquals(List.of("SOURCE cut", "RECORD 1 1", "RECORD 2 2", "TRUNCATED 3 ", "SOURCE b.csv", "RECORD 1 3"),
                readIgnoringBytes(cut, file("b.csv", "3\n")));
    }

    @Test
    void aFileLargerThanTheBuffersEqualsItsLinesReadThePlainWay() {
        final long seed = System.nanoTime();
        System.out.println("seed " + seed);
        final Random random = new Random(seed);
        final StringBuilder text = new StringBuilder();
        final List<String> expected = new ArrayList<>(List.of("SOURCE big"));
        for (int i = 1; i <= 20_000; i++) {
            final String line = "k".repeat(random.nextInt(LIMIT + 1));
            expected.add("RECORD " + i + " " + line);
            text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        assertEquals(expected, read(LIMIT, TestData.gzip(folder, "big.gz", text.toString().getBytes(StandardCharsets.ISO_8859_1))));
        assertEquals(expected.subList(1, expected.size()), read(LIMIT, file("big.csv", text.toString())).subList(1, expected.size()));
    }
}
