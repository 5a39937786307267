package io.undercurrent.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.engine.feed.Feed;
import io.undercurrent.engine.feed.FeedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What no feed may do with damaged input, whatever the format: throw, lose a good record behind the damage, or say nothing. */
class BadInputTest {
    @SuppressWarnings("unused")
    private static final List<Fixture> FIXTURES = Fixture.ALL;
    @SuppressWarnings("unused")
    private static final List<Fixture> LINES = Fixture.LINES;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void theFixtureItselfHasNoRejects(final Fixture fixture) {
        final List<String> texts = RecordingSlots.texts(fixture.open(folder));
        assertTrue(texts.size() >= fixture.files().stream().mapToInt(List::size).sum() - fixture.headerLines(), texts.toString());
        // the suspicious trade is published, with a flag
        assertEquals(List.of(), texts.stream().filter(text -> text.contains("rejected")).toList());
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void aLineCutAnywhereIsAtMostOneRejectAndTheRestComesThrough(final Fixture fixture) {
        final List<String> good = RecordingSlots.texts(fixture.open(folder));
        int rejected = 0;
        int cuts = 0;
        for (int file = 0; file < fixture.files().size(); file++) {
            final List<String> lines = fixture.files().get(file);
            for (int line = fixture.headerLines(); line < lines.size() - 1; line++) {
                for (int length = 1; length < lines.get(line).length(); length++) {
                    final List<String> texts =
                            RecordingSlots.texts(fixture.openWith(folder, file, line, lines.get(line).substring(0, length)));
                    final long rejects = texts.stream().filter(text -> text.contains("rejected")).count();
                    assertTrue(rejects <= 1, () -> "rejects " + rejects + ": " + texts);
                    assertEquals(last(good), last(texts));
                    cuts++;
                    rejected += (int) rejects;
                }
            }
        }
        // a cut inside the last number of a line leaves a number
        assertTrue(rejected > cuts * 9 / 10, rejected + " rejects of " + cuts + " cuts");
    }

    /** The last event, its mark of a time that goes back aside. */
    private static String last(final List<String> texts) {
        return texts.getLast().replace(" BAD_TIME", "");
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void aFileThatEndsAnywhereGivesWhatWasThere(final Fixture fixture) {
        final int file = fixture.files().size() - 1;
        final byte[] whole = fixture.bytes(file);
        final List<String> good = RecordingSlots.texts(fixture.open(folder));
        // every third length: each line is cut at several places
        for (int length = 1; length < whole.length; length += 3) {
            final List<String> texts = textsUnlessRefused(fixture, file, Arrays.copyOf(whole, length));
            assertAllButTheEndIsGood(good, texts, fixture.files().size() > 1);
        }
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void packedDataThatEndAnywhereGiveWhatWasThereAndOneReject(final Fixture fixture) throws IOException {
        final int file = fixture.files().size() - 1;
        final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(fixture.bytes(file));
        }
        final List<String> good = RecordingSlots.texts(fixture.open(folder));
        int given = 0;
        for (int length = 1; length < packed.size(); length++) {
            final List<String> texts = textsUnlessRefused(fixture, file, Arrays.copyOf(packed.toByteArray(), length));
            if (!texts.isEmpty()) {
                given++;
                assertEquals(1, texts.stream().filter(text -> text.contains("rejected TRUNCATED")).count(), texts::toString);
                assertAllButTheEndIsGood(good, texts, fixture.files().size() > 1);
            }
        }
        assertTrue(given > 20, "only " + given + " lengths gave anything");
    }

    /** Nothing where the file was refused at once, as too little of it is left to tell its format. */
    private List<String> textsUnlessRefused(final Fixture fixture, final int file, final byte[] bytes) {
        final Feed feed;
        try {
            feed = fixture.open(folder, file, bytes);
        } catch (final FeedException e) {
            assertTrue(!e.getMessage().contains("\n"), e.getMessage());
            return List.of();
        }
        return RecordingSlots.texts(feed);
    }

    private static void assertAllButTheEndIsGood(final List<String> good, final List<String> texts, final boolean merged) {
        final List<String> events = new ArrayList<>(texts);
        events.removeIf(text -> text.contains("rejected"));
        if (merged) {
            // the other file goes on; only what one file gave is cut
            events.removeAll(good);
            assertTrue(events.size() <= 1, events::toString);
        } else {
            // the last line may have been cut inside its last number
            final int same = Math.max(0, Math.min(events.size(), good.size()) - 1);
            assertEquals(good.subList(0, same), events.subList(0, same));
        }
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void randomDamageNeverThrows(final Fixture fixture) {
        final long seed = System.nanoTime();
        System.out.println(fixture + ": seed " + seed);
        final Random random = new Random(seed);
        int run = 0;
        for (int i = 0; i < 400; i++) {
            final int file = random.nextInt(fixture.files().size());
            final byte[] bytes = fixture.bytes(file);
            for (int flips = random.nextInt(1, 12); flips > 0; flips--) {
                final int at = random.nextInt(bytes.length);
                bytes[at] = random.nextBoolean() ? (byte) (bytes[at] ^ 1 << random.nextInt(8)) : (byte) random.nextInt(256);
            }
            run += textsUnlessRefused(fixture, file, bytes).isEmpty() ? 0 : 1;
        }
        assertTrue(run > 0, "seed " + seed);
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void garbageBetweenGoodLinesIsRejectedLineByLine(final Fixture fixture) {
        final List<String> lines = new ArrayList<>(fixture.files().getFirst());
        final String garbage = "\0\0\0\u00FF\u0001,,,{{[\"";
        lines.add(2, garbage);
        lines.add(3, "x".repeat(1 << 23));
        final byte[] bytes = (String.join("\r\n", lines) + "\r\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        final List<String> texts = RecordingSlots.texts(fixture.open(folder, 0, bytes));
        final List<String> rejects = texts.stream().filter(text -> text.contains("rejected")).toList();
        assertEquals(2, rejects.size(), rejects::toString);
        assertTrue(rejects.get(0).endsWith("line 3 of " + garbage.length() + " bytes"), rejects::toString);
        assertTrue(rejects.get(1).endsWith("rejected TOO_LONG line 4 of " + (1 << 23) + " bytes"), rejects::toString);
        final List<String> rest = texts.stream().filter(text -> !text.contains("rejected")).toList();
        assertEquals(RecordingSlots.texts(fixture.open(folder)), rest);
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void theEventsDoNotDependOnHowManyRecordsAPollTakes(final Fixture fixture) {
        final List<String> one = new ArrayList<>();
        final List<String> many = new ArrayList<>();
        RecordingSlots.run(fixture.open(folder), 1, event -> one.add(EventText.of(event)));
        RecordingSlots.run(fixture.open(folder), 1_000, event -> many.add(EventText.of(event)));
        assertEquals(many, one);
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void filesThatCannotBeReadAreOneClearLine(final Fixture fixture) {
        final FeedFormat format = FeedFormats.named(fixture.format());
        final Path missing = folder.resolve("AAPL_2012-06-21_none.csv");
        TestData.assertRefused(() -> format.open(List.of(missing), fixture.options()), missing.toString(), "no such file");
        TestData.assertRefused(() -> format.open(List.of(folder), fixture.options()), folder.toString(), "is a directory");
        final Path empty = TestData.write(folder, "bac_20131008_empty.csv", new byte[0]);
        TestData.assertRefused(() -> format.open(List.of(empty), fixture.options()), empty.toString(), "is empty");
        final Path other = TestData.write(folder, "bac_20131008_other.csv", "<html>", "<body>not found</body>", "</html>");
        TestData.assertRefused(() -> format.open(List.of(other), fixture.options()), other.toString(), "not of format " + format.name());
        TestData.assertRefused(() -> format.open(List.of(), fixture.options()), format.name(), "no file given");
    }

    @Test
    void anUnknownFormatIsRefusedWithTheNamesThatExist() {
        TestData.assertRefused(() -> FeedFormats.named("pcap"), "'pcap'", "lobster, mbo-csv, itch, us-ticks, iqfeed, binance");
    }
}
