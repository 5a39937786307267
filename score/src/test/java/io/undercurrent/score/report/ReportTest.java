package io.undercurrent.score.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.undercurrent.engine.config.Config;
import io.undercurrent.score.DayPool;
import io.undercurrent.score.DayRun;
import io.undercurrent.score.card.HandMadeCard;
import io.undercurrent.score.card.Scorecard;
import io.undercurrent.score.metric.Estimate;
import io.undercurrent.signals.Signal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Scorecard CARD = HandMadeCard.score();
    private static final long PATIENCE_S = 120;

    private record Everything(
            double nothing, float number, Optional<Estimate> none, List<Integer> list, Map<Signal, Boolean> map, String text, StringBuilder wrong) {
    }

    private record Some(double nothing, float number, Optional<String> none, List<Integer> list, Map<Signal, Boolean> map, String text) {
    }

    @Test
    void recordsBecomeJsonByTheNamesOfTheirComponents() {
        final Map<Signal, Boolean> map = new EnumMap<>(Map.of(Signal.CREEP, true));

        assertEquals("{\"nothing\":null,\"number\":0.1,\"none\":null,\"list\":[1,2],\"map\":{\"CREEP\":true},\"text\":\"\\u2265 \\\"x\\\"\"}",
                RecordJson.of(new Some(Double.NaN, 0.1f, Optional.empty(), List.of(1, 2), map, "≥ \"x\"")));
        assertThrows(IllegalArgumentException.class,
                () -> RecordJson.of(new Everything(1, 1, Optional.of(Estimate.NONE), List.of(), map, "", new StringBuilder())));
    }

    @Test
    void theTextHasEveryTargetWithItsVerdictAndEveryPart() {
        final List<String> lines = new ArrayList<>();
        new ScoreText(lines::add).write(CARD);
        final String text = String.join("\n", lines);

        assertEquals(CARD.targets().size(), lines.stream().filter(line -> line.matches(".* (met|NOT MET|no data)( .*)?")
                && line.matches(".* [<>]= \\d.*")).count(), text);
        for (final String part : List.of("ROC-AUC: signals", "PR-AUC", "At the trained threshold: net log-odds above 2.5",
                "At the configured threshold: net log-odds above 1.000", "absorption native iceberg", "alarms per confounder", "alarms per feed trouble",
                "Each measure alone", "ofi z", "Share of time not available")) {
            assertTrue(text.contains(part), part + "\n" + text);
        }
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("all ") && line.contains("  2/4 ")), text);
        assertFalse(text.contains("NaN") || text.contains("null"), text);
    }

    @Test
    void thePageNeedsNoNetworkAndHoldsTheWholeCard(@TempDir final Path dir) throws IOException {
        final String page = page(dir.resolve("page.html"));

        assertFalse(page.contains("{{"), "a place of the template is left");
        final String outsideScripts = page.replaceAll("(?s)(<script[^>]*>).*?</script>", "$1");
        assertFalse(outsideScripts.matches("(?s).*(src=|href=|@import|url\\().*"), "something is loaded from elsewhere");
        final String from = "<script type=\"application/json\" id=\"data\">";
        final String data = page.substring(page.indexOf(from) + from.length(), page.indexOf("</script>", page.indexOf(from)));
        assertEquals("{\"card\":" + RecordJson.of(CARD) + ",\"pictures\":[]}", data);
        assertTrue(page.contains("Licensed to the Apache Software Foundation"), "the licence notice of ECharts is missing");
    }

    private static String page(final Path file) throws IOException {
        ScorePage.write(file, CARD, 0, new DayRun(Config.defaults()), new DayPool(1));
        return Files.readString(file);
    }

    @Test
    void aPageThatCannotBeWrittenIsSaidInOneLine(@TempDir final Path dir) {
        final UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> page(dir.resolve("missing").resolve("page.html")));

        assertTrue(failure.getMessage().contains("cannot write " + dir), failure.getMessage());
    }

    @Test
    void aBrowserDrawsEveryChart(@TempDir final Path dir) throws Exception {
        final Path browser = browser();
        final Path file = dir.resolve("page.html");
        page(file);
        final Path dom = dir.resolve("dom.html");
        final Path log = dir.resolve("log.txt");
        final Process process = new ProcessBuilder(browser.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
                "--user-data-dir=" + dir.resolve("profile"), "--virtual-time-budget=5000", "--dump-dom", file.toUri().toString())
                .redirectOutput(dom.toFile()).redirectError(log.toFile()).start();
        try {
            assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), "the browser has not ended");
        } finally {
            process.destroyForcibly().waitFor();
        }

        final String drawn = Files.readString(dom);
        assertTrue(drawn.contains("data-drawn=\"yes\""), () -> "the script failed: " + read(log));
        assertEquals(10, drawn.split("<canvas", -1).length - 1);
        assertEquals(CARD.targets().size(), drawn.split("class=\"bar\"", -1).length - 1);
    }

    private static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path browser() {
        final List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1));
        return Stream.of("chromium", "chromium-browser", "google-chrome").flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst().orElseGet(() -> abort("skipped: no chromium, chromium-browser or google-chrome on the PATH"));
    }
}
