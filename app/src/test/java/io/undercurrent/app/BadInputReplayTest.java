package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Bad input from the file to the summary: nothing stops a replay, and the journal says of each damage what it was. */
class BadInputReplayTest {
    private static final Pattern REJECTED = Pattern.compile("events Rejected .* reason=(\\w+) sourcePosition=(\\d+) .*");
    private static final Pattern NUMBERS = Pattern.compile(" exchangeTime=\\S+ sequence=\\d+ sourceSequence=\\d+ symbol=(\\S+)");

    @SuppressWarnings("unused")
    private static final List<DamagedRecording> RECORDINGS = DamagedRecording.all();

    @TempDir
    private Path dir;

    @ParameterizedTest
    @FieldSource("RECORDINGS")
    void everyDamageIsJournalledWithItsReasonAndCountedAndTheRestIsInTheBook(final DamagedRecording recording) throws IOException {
        final String summary = replay(recording, recording.bytes());

        final SortedMap<Long, String> rejects = rejects();
        assertReasons(recording.rejects(), rejects);
        assertTrue(summary.contains("\"rejects\":" + json(rejects.values())), () -> summary + " has other rejects than " + rejects);
        assertMisfits(recording, summary);
        assertEquals(recording.lastBook(), lastBook(recording));
    }

    @ParameterizedTest
    @FieldSource("RECORDINGS")
    void packedDataThatStopShortGiveWhatIsThereAndSayIt(final DamagedRecording recording) throws IOException {
        final byte[] whole = recording.bytes();
        final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            // ends with the last good line
            gzip.write(whole, 0, lastLineEnd(whole));
        }

        // the checksum and the end of the last block are missing
        final String summary = replay(recording, Arrays.copyOf(packed.toByteArray(), packed.size() - 9));

        assertTrue(summary.contains("\"TRUNCATED\":1"), summary);
        assertEquals(1, rejects().values().stream().filter("TRUNCATED"::equals).count());
        assertEquals(recording.lastBook(), lastBook(recording));
    }

    private static int lastLineEnd(final byte[] bytes) {
        int end = bytes.length;
        while (bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Replays it, damaged so, into {@link #journal}, and returns the summary. */
    private String replay(final DamagedRecording recording, final byte[] bytes) throws IOException {
        final List<String> args = new ArrayList<>(List.of("replay", recording.format(), "--journal", journal(), "--format", "json"));
        args.addAll(recording.options());
        args.add(Files.write(recording.file(dir), bytes).toString());
        for (final DamagedRecording.Extra extra : recording.extras()) {
            args.add(Files.write(dir.resolve(extra.name()), extra.lines()).toString());
        }
        final Cli.Result result = Cli.run(args.toArray(String[]::new));
        assertEquals(0, result.status(), result.err());
        assertEquals("", result.err());
        return result.out();
    }

    private String journal() {
        return dir.resolve("journal").toString();
    }

    /** Reasons of the rejects in the journal, by line. */
    private SortedMap<Long, String> rejects() {
        final SortedMap<Long, String> reasons = new TreeMap<>();
        for (final String line : Cli.run("journal", "dump", journal(), "--stream", "events").lines()) {
            final Matcher rejected = REJECTED.matcher(line);
            if (rejected.matches()) {
                reasons.merge(Long.valueOf(rejected.group(2)), rejected.group(1), (a, b) -> a + '+' + b);
            }
        }
        return reasons;
    }

    private static void assertReasons(final SortedMap<Long, String> expected, final SortedMap<Long, String> actual) {
        assertEquals(expected.keySet(), actual.keySet(), () -> "rejected lines: " + actual);
        expected.forEach((line, reason) -> assertTrue(
                reason.equals(DamagedRecording.ANY) || reason.equals(actual.get(line)),
                () -> "line " + line + " is rejected as " + actual.get(line) + ", not " + reason));
    }

    private void assertMisfits(final DamagedRecording recording, final String summary) {
        final Cli.Result text = Cli.run("books", "anomalies", journal());
        final List<String> lines = text.lines().subList(0, text.lines().size() - 1);
        final List<String> shown = lines.stream().filter(line -> !line.startsWith("events Rejected "))
                .map(line -> NUMBERS.matcher(line.substring("events ".length())).replaceFirst("")).toList();
        assertEquals(recording.misfits().size(), shown.size(), shown::toString);
        for (final String misfit : recording.misfits()) {
            assertTrue(shown.stream().anyMatch(line -> line.startsWith(misfit)), () -> misfit + " is not in " + shown);
        }
        assertEquals(lines.size() - shown.size(), recording.rejects().size());

        final List<String> reasons = lines.stream().map(line -> line.replaceFirst(".* why=(\\w+).*", "$1")).toList();
        assertTrue(text.lines().getLast().startsWith("anomalies " + reasons.size() + ": "), text.lines().getLast());
        assertSummary(reasons, summary);

        final Cli.Result json = Cli.run("books", "anomalies", journal(), "--format", "json", "--symbol", recording.symbol());
        assertEquals(json.lines().size(), Cli.jsonValues(json.out()));
        assertTrue(json.lines().size() >= shown.size(), json.out());
        assertTrue(json.err().startsWith("anomalies " + json.lines().size() + ": "), json.err());
    }

    /** The summary counts what the lines name. */
    private static void assertSummary(final List<String> reasons, final String summary) {
        final List<String> bookReasons = List.of("UNKNOWN_ORDER", "UNKNOWN_LEVEL", "EXCEEDS_SIZE", "DUPLICATE_ID");
        assertTrue(summary.contains("\"bookAnomalies\":" + json(reasons.stream().filter(bookReasons::contains).toList())), summary);
        assertTrue(summary.contains("\"notable\":{\"CROSSED\":1}"), summary);
        assertTrue(summary.contains("\"badTimes\":1,"), summary);
    }

    /** How often each is there, as a JSON object. */
    private static String json(final Iterable<String> names) {
        final Map<String, Long> counts = new TreeMap<>();
        names.forEach(name -> counts.merge(name, 1L, Long::sum));
        return counts.entrySet().stream().map(entry -> '"' + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String lastBook(final DamagedRecording recording) {
        final Cli.Result dump = Cli.run("books", "dump", journal(), "--symbol", recording.symbol(), "--depth", "1");
        // behind the time and the source's sequence
        return dump.lines().getLast().split(",", 3)[2];
    }
}
