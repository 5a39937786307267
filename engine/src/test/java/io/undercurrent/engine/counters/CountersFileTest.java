package io.undercurrent.engine.counters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountersFileTest {
    @Test
    void isReadFromOutsideWhileItIsWrittenAndAfterwards(@TempDir final Path dir) throws IOException {
        try (CountersFile counters = new CountersFile(dir)) {
            counters.counter(EngineCounter.ALERTS).setRelease(3);
            assertEquals(3, CountersFile.read(dir).get("alerts"));
            counters.counter(EngineCounter.ALERTS).incrementRelease();
            assertEquals(4, CountersFile.read(dir).get("alerts"));
        }
        assertEquals(4, CountersFile.read(dir).get("alerts"));
    }

    @Test
    void showsEveryCounterInItsOrder(@TempDir final Path dir) throws IOException {
        new CountersFile(dir).close();
        final List<String> labels = new ArrayList<>();
        for (final EngineCounter counter : EngineCounter.values()) {
            labels.add(counter.label());
        }
        assertEquals(labels, List.copyOf(CountersFile.read(dir).keySet()));
    }

    @Test
    void refusesAFolderWithoutCountersAndAForeignFile(@TempDir final Path dir) throws IOException {
        assertThrows(NoSuchFileException.class, () -> CountersFile.read(dir));
        Files.write(dir.resolve(CountersFile.NAME), new byte[10]);
        assertThrows(IOException.class, () -> CountersFile.read(dir));
    }
}
