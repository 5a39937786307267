package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chronicle Queue comes with usage statistics and a banner; neither may happen. */
final class JournalSilenceTest {
    @TempDir
    private Path directory;

    @Test
    void printsNothingSendsNothingAndWritesNothingOutsideTheJournal() throws Exception {
        final Path home = Files.createDirectory(directory.resolve("home"));
        final Path temporary = Files.createDirectory(directory.resolve("tmp"));
        final Path stream = directory.resolve("journal").resolve("events");
        try (TestProcess quiet = TestProcess.start(directory, QuietProcess.class,
                List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + temporary, "-XX:-UsePerfData"), stream)) {
            assertEquals(0, quiet.waitFor(), quiet.output());
            assertEquals("", quiet.output());
        }
        assertEquals(List.of(), files(home));
        assertEquals(List.of(), files(temporary));
        assertEquals(List.of("home", "journal", "output", "tmp"), names(directory));
    }

    @Test
    void theStatisticsLibraryIsNotThereAndSwitchedOff() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("net.openhft.chronicle.analytics.Analytics"));
        assertEquals("true", System.getProperty("chronicle.analytics.disable"));
    }

    private static List<Path> files(final Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> names(final Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.map(path -> path.getFileName().toString().replaceFirst("^output.*", "output")).sorted().toList();
        }
    }
}
