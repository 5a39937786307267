package io.undercurrent.engine.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Books and rows are plain arithmetic on events: what they may import says so. */
class ImportsTest {
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+);$");
    private static final List<String> ALLOWED = List.of(
            "io.undercurrent.codec.", "org.agrona.", "java.nio.ByteOrder", "java.util.ArrayList", "java.util.Arrays", "java.util.List",
            "java.util.Optional", "io.undercurrent.engine.book.");
    private static final Set<String> ALLOWED_SIGNALS = Set.of(
            "io.undercurrent.signals.RowColumn", "io.undercurrent.signals.RowLayout", "io.undercurrent.signals.Sweep");

    @Test
    void noSourceOfTheEngineNamesJCudaOrChronicle() throws IOException {
        int files = 0;
        try (Stream<Path> paths = Files.walk(Path.of("src", "main", "java"))) {
            for (final Path path : paths.filter(Files::isRegularFile).toList()) {
                files++;
                final String text = Files.readString(path);
                assertTrue(Stream.of("jcuda.", "net.openhft.").noneMatch(text::contains), path.toString());
            }
        }
        assertTrue(files > 50);
    }

    @Test
    void importNoThreadNoClockNoRingNoJournalAndNoBackend() throws IOException {
        final Path sources = Path.of("src", "main", "java", "io", "undercurrent", "engine");
        int files = 0;
        for (final String folder : List.of("book", "row")) {
            try (Stream<Path> paths = Files.list(sources.resolve(folder))) {
                for (final Path path : paths.toList()) {
                    files++;
                    final String text = Files.readString(path);
                    assertEquals(List.of(), text.lines().map(IMPORT::matcher).filter(m -> m.matches()).map(m -> m.group(1))
                            .filter(name -> ALLOWED.stream().noneMatch(name::startsWith) && !ALLOWED_SIGNALS.contains(name)).toList(),
                            path.toString());
                    final String rest = text.replace("System.arraycopy", "");
                    assertTrue(Stream.of("Thread", "System.", "synchronized", "java.time").noneMatch(rest::contains), path.toString());
                }
            }
        }
        assertTrue(files > 20);
    }
}
