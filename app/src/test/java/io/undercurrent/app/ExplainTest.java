package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.undercurrent.codec.sbe.AlertEncoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import io.undercurrent.engine.JournalFolder;
import io.undercurrent.journal.JournalAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts of a market with planted programmes, explained from its journal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainTest {
    /** So low that both sides of every instrument are alerted on, when programmes are under way. */
    private static final String SETTINGS = "alerts: { warmUpMs: 3000000, thresholdLogOdds: -50, clearLogOdds: -60 }\n";

    private Path dir = Path.of("");
    private Path journal = Path.of("");
    private String config = "";
    private List<Alert> alerts = List.of();
    private Alert telling;

    @BeforeAll
    void simulateAnHour(@TempDir final Path shared) throws IOException {
        dir = shared;
        journal = dir.resolve("hour");
        config = Files.writeString(dir.resolve("low.yaml"), SETTINGS).toString();
        // the alerts are of the second run, which began with nothing
        for (final String hours : List.of("0.02", "1")) {
            final Cli.Result demo = Cli.run("demo", "--hours", hours, "--journal", journal.toString(), "--config", config);
            assertEquals(0, demo.status(), demo.err());
        }
        alerts = Alert.read(JournalFolder.alerts(journal), 1);
        telling = alerts.stream().max(Comparator.comparingDouble(Alert::netLogOdds)).orElseThrow();
    }

    private Map<String, String> json(final String which) throws IOException {
        final Cli.Result result = Cli.run("explain", journal.toString(), which, "--config", config, "--format", "json");
        assertEquals(0, result.status(), result.err());
        assertEquals("", result.err());
        assertEquals(1, Cli.jsonValues(result.out()));
        final Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(result.out())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    values.put(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
                }
            }
        }
        return values;
    }

    private static float real(final Map<String, String> values, final String path) {
        final String value = values.getOrDefault(path, "missing");
        return value.equals("null") ? Float.NaN : Float.parseFloat(value);
    }

    @Test
    void theNumbersOfAnAlertAreThoseThatItsEventsGive() throws IOException {
        final Map<String, String> values = json("#" + telling.sequence());

        assertEquals("true", values.get("/same"));
        assertTrue(Long.parseLong(values.get("/firstSequence")) > 1, values.get("/firstSequence"));
        assertEquals(telling.symbol(), values.get("/alert/symbol"));
        assertEquals(telling.netLogOdds(), real(values, "/evidence/0/netLogOdds"));
        assertEquals(telling.composite(), real(values, "/evidence/0/composite"));
        final float[] averaged = {telling.absorption(), telling.creep(), telling.darkPool(), telling.sinkhole(), telling.contraction()};
        for (int s = 0; s < averaged.length; s++) {
            assertEquals(averaged[s], real(values, "/evidence/0/signals/" + s + "/averaged"));
            assertEquals(real(values, "/signals/" + s + "/score"), real(values, "/evidence/0/signals/" + s + "/score"));
        }
        assertEquals(telling.composite(), real(values, "/evidence/0/signals/" + telling.leading().value() + "/logOdds"));
        assertTrue(averaged[telling.leading().value()] > 0.1, "nothing planted is seen: " + telling);
        assertEquals("60", String.valueOf(values.keySet().stream().filter(path -> path.matches("/window/[0-9]+/mid")).count()));
        assertEquals(values.get("/alert/bestBid"), values.get("/book/bids/0/price"));
        assertEquals(values.get("/alert/bestAsk"), values.get("/book/asks/0/price"));
    }

    @Test
    void theTextHasTheNumbersOfTheJson() throws IOException {
        final Map<String, String> values = json(Long.toString(telling.sequence()));
        final Cli.Result text = Cli.run("explain", journal.toString(), Long.toString(telling.sequence()), "--config", config, "--ascii");

        assertEquals(0, text.status(), text.err());
        assertTrue(text.lines().stream().allMatch(line -> line.length() <= 100), text.out());
        assertTrue(text.out().chars().allMatch(c -> c < 0x80), text.out());
        for (int s = 0; s < 5; s++) {
            final String of = "/signals/" + s + "/features/";
            final List<Integer> features = IntStream.iterate(0, f -> values.containsKey(of + f + "/name"), f -> f + 1).boxed()
                    .sorted(Comparator.comparingDouble(f -> -Math.abs(real(values, of + f + "/evidence")))).toList();
            assertTrue(features.size() > 12, "signal " + s);
            for (final int f : features.subList(0, 12)) {
                final String path = of + f;
                final String line = ".*" + values.get(path + "/name") + " +" + values.get(path + "/rows") + " +"
                        + number(values, path + "/value") + " +" + number(values, path + "/median") + " +" + number(values, path + "/scale")
                        + " .* " + signed(values, path + "/evidence");
                assertTrue(text.lines().stream().anyMatch(printed -> printed.matches(line)), line + " in " + text.out());
            }
            final String usual = "  " + (features.size() - 12) + " more .* usual it would be " + signed(values, "/signals/" + s + "/evidenceIfUsual");
            assertTrue(text.lines().stream().anyMatch(printed -> printed.matches(usual)), usual + " in " + text.out());
            for (int g = 0; values.containsKey("/signals/" + s + "/gates/" + g + "/name"); g++) {
                final String path = "/signals/" + s + "/gates/" + g;
                assertTrue(text.out().contains(values.get(path + "/needs")), path);
            }
        }
        assertTrue(text.out().contains(values.get("/book/bids/0/size")), text.out());
    }

    private static String number(final Map<String, String> values, final String path) {
        return ExplanationText.number(real(values, path)).replace("-", "\\-").replace(".", "\\.");
    }

    private static String signed(final Map<String, String> values, final String path) {
        return ExplanationText.signed(real(values, path)).replace("+", "\\+").replace("-", "\\-").replace(".", "\\.");
    }

    @Test
    void aScoreIsThePlaceOfItsEvidence() throws IOException {
        final Map<String, String> values = json("#" + telling.sequence());
        for (int s = 0; s < 5; s++) {
            final String signal = "/signals/" + s;
            final List<String> gates = IntStream.iterate(0, g -> values.containsKey(signal + "/gates/" + g + "/name"), g -> g + 1)
                    .mapToObj(g -> signal + "/gates/" + g).toList();
            final String evidence = gates.getLast();
            assertEquals("evidence", values.get(evidence + "/name"));
            assertEquals("trades", values.get(gates.get(gates.size() - 2) + "/name"));
            final float score = real(values, signal + "/score");
            if (!Float.isNaN(score)) {
                assertEquals(Math.clamp((real(values, evidence + "/value") + 5) / 15, 0, 1), score, 1e-5, signal);
            }
        }
    }

    @Test
    void lastIsTheLastOneRaisedAndTheSidesAreSeenFromItsOwn() throws IOException {
        final Alert last = alerts.reversed().stream().filter(Alert::isRaised).findFirst().orElseThrow();
        final Map<String, String> values = json("last");

        assertEquals(Long.toString(last.sequence()), values.get("/alert/sequence"));
        assertEquals(AlertText.lower(last.side()), values.get("/evidence/0/side"));
        assertFalse(values.get("/evidence/0/side").equals(values.get("/evidence/1/side")));
    }

    @Test
    void alertsTailPrintsTheNumberThatExplainTakes() {
        final List<String> lines = Cli.run("alerts", "tail", journal.toString()).lines();
        for (int i = 0; i < lines.size(); i++) {
            assertTrue(lines.get(i).endsWith("  #" + alerts.get(i).sequence()), lines.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9999", "#9999"})
    void anUnknownNumberIsRefusedWithThoseThereAre(final String number) {
        assertRefused(journal, number, "there is no alert " + number, "from 1 to " + alerts.getLast().sequence());
    }

    @Test
    void aJournalWithoutAlertsSaysSo() {
        final Path empty = dir.resolve("empty");
        assertEquals(0, Cli.run("demo", "--hours", "0.02", "--journal", empty.toString()).status());
        assertRefused(empty, "1", "holds no alerts");
        assertRefused(empty, "last", "holds no alerts");
        assertRefused(dir.resolve("nowhere"), "1", "is not a folder");
    }

    @Test
    void anAlertWhosePrunedEventsAreGoneCannotBeExplained() {
        final Path pruned = dir.resolve("pruned");
        for (int i = 0; i < 2; i++) {
            assertEquals(0, Cli.run("demo", "--hours", "0.02", "--journal", pruned.toString()).status());
        }
        assertEquals(0, Cli.run("journal", "prune", pruned.toString(), "--keep-runs", "1").status());
        write(pruned, alert -> alert.asOfSequence(1));
        assertRefused(pruned, "last", "rests on events up to 1,", "they are pruned");
        write(pruned, alert -> alert.asOfSequence(1_000_000_000));
        assertRefused(pruned, "last", "rests on events up to 1000000000", "restore it from a copy");
    }

    @Test
    void anAlertThatItsEventsDoNotGiveIsRefused() throws IOException {
        final Path changed = Files.createDirectory(dir.resolve("changed"));
        Files.createSymbolicLink(JournalFolder.events(changed), JournalFolder.events(journal));
        write(changed, alert -> alert.netLogOdds(Math.nextUp(telling.netLogOdds())));
        assertRefused(changed, "last", "says net log-odds " + Math.nextUp(telling.netLogOdds()) + ", but its events give "
                + telling.netLogOdds());
        write(changed, alert -> alert.rowIndex(telling.rowIndex() + 1));
        assertRefused(changed, "last", "don't give the row of alert");
    }

    /** Appends the telling alert, changed, to the alerts of the folder. */
    private void write(final Path folder, final Consumer<AlertEncoder> change) {
        final UnsafeBuffer alert = new UnsafeBuffer(new byte[256]);
        final int[] length = new int[1];
        Journals.read(JournalFolder.alerts(journal), telling.sequence(), (buffer, offset, bytes) -> {
            if (Alert.of(buffer, offset).sequence() == telling.sequence()) {
                alert.putBytes(0, buffer, offset, bytes);
                length[0] = bytes;
            }
        });
        final AlertEncoder encoder = new AlertEncoder().wrap(alert, MessageHeaderDecoder.ENCODED_LENGTH);
        change.accept(encoder);
        try (JournalAppender appender = JournalAppender.open(JournalFolder.alerts(folder))) {
            encoder.header().sequence(appender.nextSequence());
            appender.append(alert, 0, length[0], appender.nextSequence(), 1);
        }
    }

    private static void assertRefused(final Path folder, final String which, final String... says) {
        final Cli.Result result = Cli.run("explain", folder.toString(), which);
        assertEquals(1, result.status(), result.out());
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        for (final String part : says) {
            assertTrue(result.err().contains(part), result.err());
        }
    }
}
