package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.engine.counters.CountersFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: signals, pipes, and a journal that another one holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessTest {
    private Path dir = Path.of("");
    private String journal = "";

    @BeforeAll
    void runDemo(@TempDir final Path shared) {
        dir = shared;
        journal = dir.resolve("demo").toString();
        assertEquals(0, Cli.run("demo", "--hours", "0.02", "--journal", journal).status());
    }

    private static long journalled(final Path folder) {
        try {
            return CountersFile.read(folder).getOrDefault("events-journalled", 0L);
        } catch (final IOException e) {
            return 0;
        }
    }

    @Test
    void aSignalEndsAPacedReplayInGoodOrderAndMeanwhileNobodyElseCanWrite() throws Exception {
        final Path folder = dir.resolve("stopped");
        final Path err = dir.resolve("stopped.err");
        final Process replay = Processes.start(err, "replay", "journal", journal, "--journal", folder.toString(), "--speed", "1",
                "--format", "json");
        Processes.await(replay, () -> journalled(folder) > 100);

        final Cli.Result second = Cli.run("demo", "--hours", "0.02", "--journal", folder.toString());
        assertEquals(1, second.status(), second.err());
        assertEquals(1, second.err().lines().count(), second.err());
        assertTrue(second.err().contains("already being written"), second.err());

        Processes.signal(replay, "TERM");
        final String summary = Processes.output(replay);
        assertEquals(0, Processes.status(replay), () -> Processes.read(err));
        assertEquals("", Processes.read(err));
        assertEquals(1, Cli.jsonValues(summary));
        assertTrue(summary.contains("\"stopped\":true"), summary);
        assertEquals(0, Cli.run("journal", "verify", folder.toString()).status());
        assertTrue(Cli.run("journal", "ls", folder.toString()).out().contains(" CLEAN "));
    }

    @Test
    void aReaderWhoGoesAwayEndsADumpQuietly() throws Exception {
        final Path err = dir.resolve("pipe.err");
        final Process dump = Processes.start(err, "journal", "dump", journal);
        try (BufferedReader reader = dump.inputReader()) {
            assertTrue(reader.readLine().startsWith("events FeedState sequence=1 "));
        }

        assertEquals(0, Processes.status(dump));
        assertEquals("", Processes.read(err));
    }

    @Test
    void aKilledReplayLeavesAJournalThatVerifiesAndCanBeWrittenOn() throws Exception {
        final Path folder = dir.resolve("killed");
        final Process replay = Processes.start(dir.resolve("killed.err"), "replay", "journal", journal, "--journal", folder.toString(),
                "--speed", "1");
        Processes.await(replay, () -> journalled(folder) > 100);
        replay.destroyForcibly();
        Processes.status(replay);

        final Cli.Result verify = Cli.run("journal", "verify", folder.toString());
        assertEquals(0, verify.status(), verify.out() + verify.err());
        assertTrue(verify.out().contains(" UNCLEAN "), verify.out());
        assertTrue(Cli.run("stat", folder.toString()).out().contains("notice: the engine is gone"));

        final Cli.Result next = Cli.run("demo", "--hours", "0.02", "--journal", folder.toString());
        assertEquals(0, next.status(), next.err());
        assertTrue(next.err().lines().anyMatch(line -> line.matches("notice: run-\\S+-1 was recovered up to sequence \\d+")), next.err());
        assertFalse(Cli.run("stat", folder.toString()).out().contains("notice"));
    }
}
