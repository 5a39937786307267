package io.undercurrent.engine;

import static io.undercurrent.engine.EngineRuns.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.AlertDecoder;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.engine.ring.IntakeStoppedException;
import io.undercurrent.journal.JournalException;
import io.undercurrent.journal.JournalTailer;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.SignalResults;
import io.undercurrent.signals.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long RECORDS = 60_000;

    @TempDir
    private Path dir;

    private Config config(final String name) {
        return EngineRuns.config(dir.resolve(name));
    }

    private List<String> events(final String name) {
        return EngineRuns.events(dir.resolve(name));
    }

    private List<String> alerts(final String name) {
        return EngineRuns.alerts(dir.resolve(name));
    }

    @Test
    void journalsEveryEventInOrderAndCountsWhatHappened() throws IOException {
        run(config("a"), new RandomFeed(1, RECORDS));
        final var counters = CountersFile.read(dir.resolve("a"));
        final List<String> events = events("a");
        assertEquals(events.size(), counters.get("events-published"));
        assertEquals(events.size(), counters.get("events-journalled"));
        assertEquals(events.size(), counters.get("events-booked"));
        assertTrue(counters.get("bad-times") > 0);
        assertTrue(counters.get("book-anomalies") > 0);
        assertTrue(counters.get("unknown-instruments") > 0);
        assertTrue(counters.get("rows") > 1_000, () -> counters.toString());
        assertEquals(alerts("a").size(), counters.get("alerts"));
        assertEquals(0, counters.get("failed"));
    }

    @Test
    void alertsAreTheSameForEveryRingBatchAndBufferSizeAndBackend() {
        run(config("base"), new RandomFeed(2, RECORDS));
        final List<String> alerts = alerts("base");
        assertFalse(alerts.isEmpty(), "a test without alerts shows nothing");
        final List<String> events = events("base");
        int n = 0;
        for (final Config other : List.of(
                config("0").with(Setting.RING_SLOTS, "64").with(Setting.JOURNAL_BATCH_BYTES, "256"),
                config("1").with(Setting.RING_SLOTS, "4096").with(Setting.SIGNALS_SWEEP_BUFFERS, "2"),
                config("2").with(Setting.JOURNAL_SEGMENT_BYTES, "1048576").with(Setting.RING_WAIT, "yielding"))) {
            run(other, new RandomFeed(2, RECORDS));
            assertEquals(events, events(String.valueOf(n)), "run " + n);
            assertEquals(alerts, alerts(String.valueOf(n)), "run " + n);
            n++;
        }
        run(config("other"), new RandomFeed(3, RECORDS));
        assertNotEquals(alerts, alerts("other"));
    }

    @Test
    void theReferenceBackendGivesTheSameAlerts() {
        run(config("cpu"), new RandomFeed(4, 45_000));
        run(config("reference").with(Setting.SIGNALS_BACKEND, "reference"), new RandomFeed(4, 45_000));
        assertFalse(alerts("cpu").isEmpty());
        assertEquals(alerts("cpu"), alerts("reference"));
    }

    @Test
    void everyAlertRestsOnAJournalledEventBeforeItsRowsEnd() {
        run(config("a"), new RandomFeed(5, RECORDS));
        final long last = events("a").size();
        final AlertDecoder alert = new AlertDecoder();
        try (JournalTailer tailer = JournalTailer.open(JournalFolder.alerts(dir.resolve("a")))) {
            tailer.poll((buffer, offset, length) -> {
                alert.wrap(buffer, offset + Events.HEADER_LENGTH, Events.blockLength(buffer, offset), Events.version(buffer, offset));
                assertTrue(alert.asOfSequence() > 0 && alert.asOfSequence() <= last);
                assertEquals(Events.exchangeTimeNs(buffer, offset), alert.windowEndNs());
                assertTrue(alert.windowStartNs() < alert.windowEndNs());
                assertTrue(alert.symbol().startsWith("RND"), alert.symbol());
            }, Integer.MAX_VALUE);
        }
    }

    @Test
    void aSecondRunGoesOnBehindTheFirstWithEmptyBooks() {
        run(config("twice"), new RandomFeed(6, 20_000));
        final int first = events("twice").size();
        final List<String> firstAlerts = alerts("twice");
        run(config("twice"), new RandomFeed(6, 20_000));
        assertEquals(2 * first, events("twice").size());
        assertEquals(2 * firstAlerts.size(), alerts("twice").size());
    }

    @Test
    void removesAtItsStartTheRunsThatThePolicyDoesNotKeepAndNoTailerNeeds() throws IOException {
        run(config("a"), new RandomFeed(8, 2_000));
        final long first = events("a").size();
        run(config("a"), new RandomFeed(8, 2_000));
        try (JournalTailer sink = JournalTailer.open(JournalFolder.events(dir.resolve("a")), "sink")) {
            sink.poll((buffer, offset, length) -> { }, Integer.MAX_VALUE);
            sink.acknowledge(first);
        }
        run(config("a").with(Setting.JOURNAL_KEEP_BYTES, "1"), new RandomFeed(8, 2_000));
        assertTrue(CountersFile.read(dir.resolve("a")).get("runs-removed") > 0);
        assertEquals(2 * first, events("a").size(), "the first run is not kept, the second is still needed");
    }

    @Test
    void refusesAJournalThatAnotherEngineWrites() {
        try (Engine engine = Engine.open(config("a"))) {
            final String message = assertThrows(JournalException.class, () -> Engine.open(config("a"))).getMessage();
            assertEquals(1, message.lines().count(), message);
            assertTrue(message.contains("already being written"), message);
            assertEquals(0, engine.counter(EngineCounter.FAILED));
        }
        run(config("a"), new RandomFeed(1, 10));
    }

    @Test
    void refusesAFolderThatIsAFileAndADiskThatIsFull() throws IOException {
        Files.writeString(dir.resolve("file"), "x");
        final String file = assertThrows(EngineException.class, () -> Engine.open(config("file"))).getMessage();
        assertTrue(file.contains("cannot use"), file);
        final Config greedy = config("a").with(Setting.JOURNAL_MIN_FREE_BYTES, String.valueOf(1L << 50));
        final String full = assertThrows(EngineException.class, () -> Engine.open(greedy)).getMessage();
        assertTrue(full.contains("bytes are free"), full);
    }

    /** Publishes for ever. */
    private static void publishUntilStopped(final EventPublisher out) {
        final RandomFeed feed = new RandomFeed(7, Long.MAX_VALUE);
        while (true) {
            feed.poll(out, 100);
        }
    }

    @Test
    void aBackendThatFailsStopsIntakeSaysWhyAndLosesNothingTakenIn() {
        assertTimeoutPreemptively(LIMIT, () -> {
            final Engine engine = Engine.open(config("a"), Pace.max(), new FailingBackend(50));
            final EventPublisher out = engine.publisher();
            final String message = assertThrows(IntakeStoppedException.class, () -> publishUntilStopped(out)).getMessage();
            assertEquals("signals and alerts failed: planted failure", message);
            assertEquals(message, engine.failure().orElseThrow().message());
            final long published = out.lastSequence();
            engine.close();
            assertEquals(published, events("a").size());
            assertEquals(1, CountersFile.read(dir.resolve("a")).get("failed"));
        });
    }

    /** Fails at one sweep. */
    private static final class FailingBackend implements SignalBackend {
        private final int failAt;
        private int sweeps;

        FailingBackend(final int failAt) {
            this.failAt = failAt;
        }

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public boolean offer(final Sweep sweep) {
            return true;
        }

        @Override
        public void flush() {
        }

        @Override
        public boolean poll(final SignalResults results) {
            if (++sweeps == failAt) {
                throw new IllegalStateException("planted failure");
            }
            return true;
        }

        @Override
        public void close() {
        }
    }
}
