package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {
    @TempDir
    private Path dir;

    private static void assertFails(final String why, final String... args) {
        final Cli.Result result = Cli.run(args);

        assertEquals(1, result.status(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().startsWith("undercurrent: ") && result.err().contains(why), result.err());
    }

    @Test
    void aMissingFileIsNamedAndNoJournalIsBegun() {
        final Path journal = dir.resolve("journal");

        assertFails("nowhere.csv", "replay", "mbo-csv", dir.resolve("nowhere.csv").toString(), "--journal", journal.toString());
        assertFalse(Files.exists(journal));
    }

    @Test
    void aFileOfAnotherFormatIsRefused() throws IOException {
        final Path file = dir.resolve("AAPL_2012-06-21_34200000_37800000_message_10.csv");
        Files.writeString(file, "this is no recording\n");

        assertFails(file.toString(), "replay", "lobster", file.toString(), "--journal", dir.resolve("journal").toString());
    }

    @Test
    void aFolderWithoutAJournalIsRefusedByEveryReader() {
        final String folder = dir.toString();

        assertFails("not a journal folder", "alerts", "tail", folder);
        assertFails("not a journal folder", "books", "dump", folder, "--symbol", "S");
        assertFails("not a journal folder", "signals", "dump", folder);
        assertFails("not a journal folder", "journal", "ls", folder);
        assertFails("not a journal folder", "journal", "verify", folder);
        assertFails("not a journal folder", "journal", "dump", folder);
        assertFails("not a journal folder", "journal", "prune", folder, "--keep-runs", "1");
        assertFails("no counters", "stat", folder);
        assertFails("is not a folder", "journal", "ls", dir.resolve("nowhere").toString());
    }

    @Test
    void aConfigurationThatIsWrongIsNamedByKeyAndValue() throws IOException {
        final Path file = dir.resolve("wrong.yaml");
        Files.writeString(file, "rows: { intervalMs: 5 }\n");

        assertFails("rows.intervalMs is '5'", "config", "--config", file.toString());
        assertFails("no configuration file", "config", "--config", dir.resolve("nowhere.yaml").toString());
    }

    @Test
    void aJournalFolderThatIsAFileIsRefused() throws IOException {
        final Path file = Files.writeString(dir.resolve("taken"), "x");

        assertFails(file.toString(), "demo", "--hours", "0.02", "--journal", file.toString());
    }

    @Test
    void badInputIsNoFailureButIsNamedInTheSummaryAndInTheJournal() throws IOException {
        final Path file = dir.resolve("XYZ_2012-06-21_34200000_37800000_message_10.csv");
        Files.writeString(file, """
                34200.1,1,101,100,5850000,1
                34200.2,1,102,100,5860000,-1
                34200.3,1,103,-5,5850000,1
                garbage
                34200.1,3,101,100,5850000,1
                34200.4,3,999,100,5850000,1
                34200.5,1,104,100,58500""");
        final String journal = dir.resolve("journal").toString();

        final Cli.Result text = Cli.run("replay", "lobster", file.toString(), "--journal", journal);
        assertEquals(0, text.status(), text.err());
        assertTrue(text.out().matches("(?s).*rejected input  3: 1 BAD_SIZE, 1 MALFORMED, 1 TRUNCATED\n.*"), text.out());
        assertTrue(text.out().matches("(?s).*book anomalies  1: 1 UNKNOWN_ORDER\n.*"), text.out());
        assertTrue(text.out().matches("(?s).*time went back  [1-9].*"), text.out());
        assertEquals(3, Cli.run("journal", "dump", journal).lines().stream().filter(line -> line.startsWith("events Rejected ")).count());
        final Cli.Result json = Cli.run("replay", "lobster", file.toString(), "--journal", journal + "-2", "--format", "json");
        assertTrue(json.out().contains("\"rejects\":{\"BAD_SIZE\":1,\"MALFORMED\":1,\"TRUNCATED\":1}"), json.out());
    }

    @Test
    void verboseShowsWhereItHappened() {
        final Cli.Result result = Cli.run("--verbose", "stat", dir.toString());

        assertEquals(1, result.status());
        assertTrue(result.err().contains("\tat io.undercurrent.app.StatCommand"), result.err());
    }
}
