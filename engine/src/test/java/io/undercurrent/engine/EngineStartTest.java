package io.undercurrent.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.HeartbeatEncoder;
import io.undercurrent.codec.sbe.MessageHeaderEncoder;
import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineStartTest {
    private static final int EVENT_BYTES = Events.HEADER_LENGTH + HeartbeatEncoder.BLOCK_LENGTH;
    private static final int EVENTS_PER_EXCERPT = JournalAppender.MAX_BATCH_BYTES / EVENT_BYTES;

    @TempDir
    private Path dir;

    @Test
    void aStartInOrderIsReadyAndAnEndSaysSo() {
        try (Engine engine = Engine.open(EngineRuns.config(dir))) {
            assertEquals(List.of(), engine.recovered());
            assertEquals(2, counters().get("state"));
        }
        assertEquals(3, counters().get("state"));
        assertEquals(0, counters().get("events-lost"));
    }

    @Test
    void theRecoveryOfALongRunIsVisibleFromOutsideWhileItGoesOn() throws IOException {
        final long last = leaveUnclean(20 << 20);
        final List<Map<String, Long>> seen = new ArrayList<>();
        try (Engine engine = Engine.open(EngineRuns.config(dir), Pace.max(), (run, bytesRead, bytesTotal) -> seen.add(counters()))) {
            assertEquals(last, engine.recovered().getFirst().lastSequence());
            assertEquals(last + 1, engine.publisher().lastSequence() + 1);
            assertEquals(2, counters().get("state"));
        }
        assertFalse(seen.isEmpty());
        assertEquals(1, seen.getFirst().get("state"));
        assertTrue(seen.getFirst().getOrDefault("recovery-bytes", 0L) >= 16 << 20, seen.toString());
        assertEquals(0, counters().get("events-lost"));
    }

    @Test
    void whatAStartFindsLostIsCounted() throws IOException {
        final long last = leaveUnclean(1 << 20);
        final Path run = JournalRuns.list(JournalFolder.events(dir)).getLast().directory();
        try (var files = Files.list(run)) {
            for (final Path segment : files.filter(file -> file.toString().endsWith(".cq4")).toList()) {
                Files.write(segment, new byte[0]);
            }
        }
        try (Engine engine = Engine.open(EngineRuns.config(dir))) {
            assertEquals(last, engine.recovered().getFirst().missing());
            assertEquals(last, counters().get("events-lost"));
        }
    }

    /** A run without its stop manifest; its last sequence. */
    private long leaveUnclean(final int bytes) throws IOException {
        final UnsafeBuffer batch = new UnsafeBuffer(new byte[EVENTS_PER_EXCERPT * EVENT_BYTES]);
        final UnsafeBuffer event = new UnsafeBuffer();
        final long last;
        try (JournalAppender appender = JournalAppender.open(JournalFolder.events(dir))) {
            while (appender.lastSequence() * EVENT_BYTES < bytes) {
                final long first = appender.nextSequence();
                for (int i = 0; i < EVENTS_PER_EXCERPT; i++) {
                    event.wrap(batch, i * EVENT_BYTES, EVENT_BYTES);
                    new HeartbeatEncoder().wrapAndApplyHeader(event, 0, new MessageHeaderEncoder());
                    Events.header(event, first + i, 0, 1, 1, 0, 0);
                }
                appender.append(batch, 0, batch.capacity(), first, EVENTS_PER_EXCERPT);
            }
            last = appender.lastSequence();
        }
        Files.delete(JournalRuns.list(JournalFolder.events(dir)).getLast().directory().resolve("stop.txt"));
        return last;
    }

    private Map<String, Long> counters() {
        try {
            return CountersFile.read(dir);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
