package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.feeds.sim.TruthFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated markets written to files, and read back with the commands that are printed. */
class SimulateTest {
    private static final String READ_IT_BACK = "undercurrent replay ";

    @TempDir
    private Path dir;

    private static Cli.Result simulate(final String format, final Path out, final String... more) {
        final List<String> args = new ArrayList<>(List.of("simulate", format, "--out", out.toString(), "--hours", "0.02"));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    /** Runs the first two replays that a command printed, each into a journal of its own, and returns their summaries. */
    private List<String> readBack(final Cli.Result written, final String name) {
        final List<String> summaries = new ArrayList<>();
        for (final String line : written.lines()) {
            if (line.contains(READ_IT_BACK) && summaries.size() < 2) {
                final List<String> args = new ArrayList<>(List.of("replay"));
                args.addAll(Arrays.asList(line.substring(line.indexOf(READ_IT_BACK) + READ_IT_BACK.length()).split(" ", -1)));
                args.addAll(List.of("--journal", dir.resolve(name + summaries.size()).toString(), "--format", "json"));
                final Cli.Result replay = Cli.run(args.toArray(String[]::new));
                assertEquals(0, replay.status(), replay.err());
                summaries.add(replay.out());
            }
        }
        return summaries;
    }

    @ParameterizedTest
    @CsvSource({"lobster, 6", "mbo-csv, 1", "itch, 1", "us-ticks, 1", "iqfeed, 1"})
    void whatIsWrittenIsReadBackWithoutAnyMisfit(final String format, final int replays) {
        final Path out = dir.resolve("out");
        final Cli.Result written = simulate(format, out);
        assertEquals(0, written.status(), written.err());
        assertEquals(replays, written.lines().stream().filter(line -> line.contains(READ_IT_BACK)).count(), written.out());
        final List<String> summaries = readBack(written, format);
        summaries.forEach(summary -> {
            assertTrue(summary.contains("\"rejects\":{},\"bookAnomalies\":{}"), summary);
            assertTrue(summary.contains("\"badTimes\":0,\"gaps\":0,\"instruments\":" + 6 / replays), summary);
        });
        assertTrue(Files.exists(out.resolve(TruthFile.NAME)));
    }

    @Test
    void theSameSeedGivesTheSameFilesAndAnotherSeedOthers() throws IOException {
        final List<String> seeds = List.of("5", "5", "6");
        final List<List<byte[]>> contents = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            final Path out = dir.resolve("seed" + i);
            assertEquals(0, simulate("us-ticks", out, "--seed", seeds.get(i), "--symbol", "CEDAR").status());
            contents.add(List.of(Files.readAllBytes(out.resolve("cedar_20260105_trade.zip")),
                    Files.readAllBytes(out.resolve("cedar_20260105_quote.zip"))));
        }
        for (int file = 0; file < 2; file++) {
            assertTrue(Arrays.equals(contents.get(0).get(file), contents.get(1).get(file)));
            assertFalse(Arrays.equals(contents.get(0).get(file), contents.get(2).get(file)));
        }
    }

    @Test
    void theTruthOfOneSymbolIsItsOwn() {
        final Path out = dir.resolve("one");
        final Cli.Result written = Cli.run("simulate", "itch", "--out", out.toString(), "--hours", "1", "--symbol", "BRICK");
        assertEquals(0, written.status(), written.err());
        assertTrue(TruthFile.read(out.resolve(TruthFile.NAME)).stream().allMatch(truth -> truth.symbol().equals("BRICK")));
        assertFalse(TruthFile.read(out.resolve(TruthFile.NAME)).isEmpty());
    }

    @Test
    void aCleanMarketHasNoTruth() {
        final Path out = dir.resolve("clean");
        assertEquals(0, simulate("mbo-csv", out, "--clean").status());
        assertEquals(List.of(), TruthFile.read(out.resolve(TruthFile.NAME)));
    }

    @Test
    void nothingIsOverwrittenAndUnknownSymbolsAreNamed() {
        final Path out = dir.resolve("twice");
        assertEquals(0, simulate("mbo-csv", out).status());
        final Cli.Result again = simulate("mbo-csv", out);
        assertEquals(1, again.status());
        assertTrue(again.err().contains("truth.csv is there already"), again.err());
        final Cli.Result unknown = simulate("itch", dir.resolve("unknown"), "--symbol", "NONE");
        assertEquals(1, unknown.status());
        assertTrue(unknown.err().contains("'NONE'") && unknown.err().contains("BRICK"), unknown.err());
    }

    @Test
    void aJournalIsExportedAndItsExportReplayed() {
        final Path out = dir.resolve("mbo");
        final Cli.Result written = simulate("mbo-csv", out, "--symbol", "HERON");
        final String books = books(readBack(written, "first"), "first0");
        final Cli.Result exported = Cli.run("journal", "export", "itch", dir.resolve("first0").toString(), "--out",
                dir.resolve("itch").toString());
        assertEquals(0, exported.status(), exported.err());
        assertTrue(exported.out().contains("OFF_EXCHANGE_PRINT"), exported.out());
        assertEquals(books, books(readBack(exported, "second"), "second0"));
        final Cli.Result none = Cli.run("journal", "export", "itch", dir.resolve("nowhere").toString(), "--out", "x");
        assertEquals(1, none.status());
    }

    /** Without the numbers of the source, which not every format has. */
    private String books(final List<String> replays, final String journal) {
        assertEquals(1, replays.size());
        final String dump = Cli.run("books", "dump", dir.resolve(journal).toString(), "--symbol", "HERON").out();
        assertTrue(dump.lines().count() > 50, dump);
        return dump.lines().map(line -> line.replaceFirst("^(\\d+),\\d+,", "$1,")).reduce("", (all, line) -> all + line + "\n");
    }
}
