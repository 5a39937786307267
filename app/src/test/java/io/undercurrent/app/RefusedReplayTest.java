package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.engine.counters.CountersFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay refuses to begin with: one clear line, exit status 1. */
class RefusedReplayTest {
    private static final String NAME = "AAPL_2012-06-21_34200000_57600000_message_5.csv";

    @TempDir
    private Path dir;

    private static void assertRefused(final Cli.Result result, final String... words) {
        assertEquals(1, result.status(), result.err());
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().startsWith("undercurrent: "), result.err());
        for (final String word : words) {
            assertTrue(result.err().contains(word), result.err());
        }
    }

    private Path recording() throws IOException {
        return Files.writeString(dir.resolve(NAME), "34200.1,1,1,100,5850000,1\n34260.1,1,2,200,5851000,-1\n");
    }

    private Path config(final String text) throws IOException {
        return Files.writeString(dir.resolve("undercurrent.yaml"), text);
    }

    @Test
    void aMissingFileIsNamed() {
        final Path missing = dir.resolve("nowhere.gz");

        for (final String format : new String[] {"lobster", "mbo-csv", "itch", "us-ticks", "iqfeed", "binance", "journal"}) {
            final Path journal = dir.resolve("journal-" + format);
            assertRefused(Cli.run("replay", format, missing.toString(), "--journal", journal.toString()), missing.toString());
            assertFalse(Files.exists(journal), format);
        }
    }

    @Test
    void aZipOfSomethingElseIsNamedWithTheFormatThatItIsNot() throws IOException {
        final Path file = dir.resolve("bac_20131008_text.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("notes.txt"));
            zip.write("what a market is\nand what it is not\n".getBytes(StandardCharsets.US_ASCII));
        }

        for (final String format : new String[] {"lobster", "mbo-csv", "us-ticks", "binance"}) {
            final Path journal = dir.resolve("journal-" + format);
            assertRefused(Cli.run("replay", format, file.toString(), "--journal", journal.toString()),
                    file.toString(), "not of format " + format);
            assertFalse(Files.exists(journal), format);
        }
    }

    @Test
    void tooLittleRoomForTheJournalIsRefusedWithTheLimit() throws IOException {
        final Path journal = dir.resolve("journal");

        assertRefused(Cli.run("replay", "lobster", recording().toString(), "--journal", journal.toString(),
                        "--config", config("journal: { minFreeBytes: 1125899906842624 }\n").toString()),
                journal.toString(), "bytes are free", "journal.minFreeBytes = 1125899906842624");
    }

    @Test
    void aDiskThatIsReallyFullIsOneLineToo() throws Exception {
        final Path disk = Files.createDirectory(dir.resolve("disk"));
        final Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString())
                .redirectErrorStream(true).start();
        final String said = Processes.output(mount);
        Assumptions.assumeTrue(Processes.status(mount) == 0, () -> "no small disk can be mounted here: " + said);
        try {
            assertThrows(IOException.class, () -> Files.write(disk.resolve("filler"), new byte[1 << 21]));
            final String journal = disk.resolve("journal").toString();

            assertRefused(Cli.run("replay", "lobster", recording().toString(), "--journal", journal), journal, "bytes are free");
            assertRefused(Cli.run("replay", "lobster", recording().toString(), "--journal", journal,
                    "--config", config("journal: { minFreeBytes: 0 }\n").toString()), journal, "has no room for a new run", "16777216 bytes", "make room on its disk");
        } finally {
            assertTrue(new ProcessBuilder("umount", disk.toString()).start().waitFor(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aJournalThatAnotherProcessWritesIsRefusedWithWhoItIs() throws Exception {
        final String journal = dir.resolve("journal").toString();
        final Path err = dir.resolve("holder.err");
        // a minute of event time at its own pace: it holds the journal until it is ended
        final Process holder = Processes.start(err, "replay", "lobster", recording().toString(), "--journal", journal, "--speed", "1");
        try {
            Processes.await(holder, () -> isWritten(dir.resolve("journal")));

            assertRefused(Cli.run("replay", "lobster", recording().toString(), "--journal", journal),
                    journal, "already being written by", "process " + holder.pid());
        } finally {
            holder.destroyForcibly();
            Processes.status(holder);
        }
        // and once it is gone, the journal is free
        assertEquals(0, Cli.run("replay", "lobster", recording().toString(), "--journal", journal).status());
    }

    private static boolean isWritten(final Path journal) {
        try {
            return CountersFile.read(journal).getOrDefault("events-journalled", 0L) > 0;
        } catch (final IOException e) {
            return false;
        }
    }
}
