package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.HeartbeatEncoder;
import io.undercurrent.codec.sbe.MessageHeaderEncoder;
import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalRuns;
import io.undercurrent.journal.JournalTailer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal commands say of recovered runs, gaps and registered tailers. */
final class JournalCommandsTest {
    @TempDir
    private Path folder;
    private Path stream;
    private final UnsafeBuffer event = new UnsafeBuffer(new byte[Events.HEADER_LENGTH + HeartbeatEncoder.BLOCK_LENGTH]);

    /** Three runs of five events; the first was not closed in order and lost its last event. */
    @BeforeEach
    void makeRuns() throws IOException {
        stream = folder.resolve("events");
        run();
        final Path first = JournalRuns.list(stream).getFirst().directory();
        Files.delete(first.resolve("stop.txt"));
        final Path segment = first.resolve("19700101F.cq4");
        final byte[] bytes = Files.readAllBytes(segment);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        try (JournalTailer tailer = JournalTailer.open(stream, "sink")) {
            tailer.poll((buffer, offset, length) -> { }, 5);
            tailer.acknowledge(5);
        }
        // the sequence of the last event, which is near the end of the data
        bytes[end - event.capacity() / 2] ^= 1;
        Files.write(segment, bytes);
        run();
        run();
    }

    private void run() {
        try (JournalAppender appender = JournalAppender.open(stream)) {
            for (int i = 0; i < 5; i++) {
                new HeartbeatEncoder().wrapAndApplyHeader(event, 0, new MessageHeaderEncoder());
                Events.header(event, appender.nextSequence(), 0, 1, 1, 0, 0);
                appender.append(event, 0, event.capacity(), appender.nextSequence(), 1);
            }
        }
    }

    @Test
    void lsShowsWhatWasRecoveredAndWhatIsMissing() {
        final List<String> lines = Cli.run("journal", "ls", folder.toString()).lines();
        assertTrue(lines.get(1).matches("events +run-\\S+-1 +RECOVERED +0 +1 +4 +4 +- +-"), lines.get(1));
        assertTrue(lines.get(2).matches("events +run-\\S+-2 +CLEAN +1 +6 +11 +6 +6 +\\d+"), lines.get(2));
        final Cli.Result json = Cli.run("journal", "ls", folder.toString(), "--format", "json");
        assertEquals(3, Cli.jsonValues(json.out()));
        assertTrue(json.out().contains("\"missing\":1,\"firstSequence\":6"), json.out());
    }

    @Test
    void verifySaysWhatWasLostAndThatTheRestIsSound() {
        final Cli.Result verify = Cli.run("journal", "verify", folder.toString());
        assertEquals(0, verify.status(), verify.out());
        assertTrue(verify.lines().get(0).contains("sound; recovered up to sequence 4, evidence up to 5"), verify.out());
        assertTrue(verify.lines().get(1).contains("sound; 1 events before it are lost, its gap event says so"), verify.out());
        assertEquals(3, Cli.jsonValues(Cli.run("journal", "verify", folder.toString(), "--format", "json").out()));
    }

    @Test
    void dumpGoesOverTheGap() {
        final List<String> lines = Cli.run("journal", "dump", folder.toString()).lines();
        assertEquals(4 + 1 + 5 + 5, lines.size());
        assertTrue(lines.get(4).startsWith("events Gap sequence=6"), lines.get(4));
        assertTrue(lines.get(4).contains("=5"), lines.get(4));
    }

    @Test
    void tailersAreListedWithTheirLagAndCanBeForgotten() {
        final List<String> lines = Cli.run("journal", "tailers", folder.toString()).lines();
        assertTrue(lines.get(1).matches("events +sink +5 +11"), lines.get(1));
        assertEquals(1, Cli.jsonValues(Cli.run("journal", "tailers", folder.toString(), "--format", "json").out()));
        assertEquals(1, Cli.run("journal", "tailers", folder.toString(), "--forget", "another").status());
        assertEquals(1, Cli.run("journal", "tailers", folder.toString(), "--forget", "sink").lines().size());
    }

    @Test
    void pruneKeepsWhatATailerNeedsUnlessForced() {
        final List<String> kept = Cli.run("journal", "prune", folder.toString(), "--keep-bytes", "0").lines();
        assertTrue(kept.get(0).startsWith("removed"), kept.get(0));
        assertTrue(kept.get(1).matches("kept +events +run-\\S+-2 +tailer sink has acknowledged only up to 5"), kept.get(1));
        final List<String> through = Cli.run("journal", "prune", folder.toString(), "--through", "11", "--force", "--dry-run").lines();
        assertTrue(through.get(0).startsWith("would remove"), through.get(0));
        final List<String> forced = Cli.run("journal", "prune", folder.toString(), "--keep-days", "0", "--keep-runs", "1", "--force").lines();
        assertTrue(forced.get(0).startsWith("removed"), forced.get(0));
        assertTrue(forced.get(1).matches("kept +events +run-\\S+-3 +is the newest"), forced.get(1));
    }
}
