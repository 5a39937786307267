package io.undercurrent.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.journal.JournalAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What judges the journal must be able to find it guilty. */
final class OracleTest {
    private static final long EVENTS = 40;

    @TempDir
    private Path folder;
    private Path stream;

    @BeforeEach
    void writeAStream() {
        stream = folder.resolve("stream");
        try (JournalAppender appender = JournalAppender.open(stream, Level.small())) {
            new MadeEvents(1).append(appender, (int) EVENTS);
        }
    }

    @Test
    void noByteOfAnEventChangesUnseen() {
        final MadeEvents made = new MadeEvents(1);
        final int length = made.make(9);
        assertTrue(made.matches(made.buffer(), 0, length, 9));
        assertFalse(made.matches(made.buffer(), 0, length, 10));
        for (int at = 0; at < length; at++) {
            made.buffer().putByte(at, (byte) (made.buffer().getByte(at) ^ 1));
            assertFalse(made.matches(made.buffer(), 0, length, 9), "byte " + at);
            made.buffer().putByte(at, (byte) (made.buffer().getByte(at) ^ 1));
        }
    }

    @Test
    void eventsOfAnotherMakerAreWrong() {
        final Reading reading = Reading.of(stream, made(2), EVENTS, EVENTS + 1);
        assertEquals(EVENTS, reading.wrong());
        assertEquals(0, reading.right());
    }

    @Test
    void acknowledgedEventsThatAreNotThereAreLost() {
        final Round round = new Round(3, folder);
        new RecoveryCheck(round, round.arm("all"), Level.small()).afterCrash(stream, made(1), EVENTS + 5);
        assertEquals(5, round.arm("all").get(Tally.LOST));
        assertEquals(EVENTS, round.arm("all").get(Tally.RECOVERED));
        assertFalse(round.failures().isEmpty());
    }

    @Test
    void eventsMissingWithoutAWordAreLostAlsoAfterDamage() {
        final Round round = new Round(3, folder);
        new RecoveryCheck(round, round.arm("all"), Level.small()).afterDamage(stream, made(1), EVENTS + 5);
        assertEquals(5, round.arm("all").get(Tally.LOST));
        assertFalse(round.failures().isEmpty());
    }

    @Test
    void aSoundStreamIsAcquitted() {
        final Round round = new Round(3, folder);
        new RecoveryCheck(round, round.arm("all"), Level.small()).afterCrash(stream, made(1), EVENTS);
        assertEquals(0, round.failures().size(), round.failures().toString());
        assertEquals(EVENTS, round.arm("all").get(Tally.RECOVERED));
    }

    @Test
    void anImageIsTheSameWhenWrittenAndReadAgain() throws IOException {
        final Image image = Image.of(stream);
        image.write(folder.resolve("copy"));
        final Image copy = Image.of(folder.resolve("copy"));
        assertEquals(image.files().keySet(), copy.files().keySet());
        image.files().forEach((name, content) -> {
            assertEquals(content.length(), copy.files().get(name).length(), name);
            assertEquals(Arrays.hashCode(content.bytes()), Arrays.hashCode(copy.files().get(name).bytes()), name);
        });
    }

    private static NavigableMap<Long, MadeEvents> made(final long seed) {
        final NavigableMap<Long, MadeEvents> made = new TreeMap<>();
        made.put(1L, new MadeEvents(seed));
        return made;
    }
}
