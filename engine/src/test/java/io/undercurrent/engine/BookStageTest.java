package io.undercurrent.engine;

import static io.undercurrent.engine.EngineRuns.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.booking.BookStage;
import io.undercurrent.engine.booking.Booking;
import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.ring.FailureLatch;
import io.undercurrent.engine.row.BookListener;
import io.undercurrent.engine.row.MarketState;
import io.undercurrent.engine.row.RowSettings;
import io.undercurrent.engine.signal.SweepDrain;
import io.undercurrent.engine.signal.SweepQueue;
import io.undercurrent.engine.signal.SweepWriter;
import io.undercurrent.journal.JournalAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The hand-over of the books, step by step: from the ring's thread to the one that catches up, and back. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BookStageTest {
    private static final int INSTRUMENTS = 4;
    private static final int RING_SLOTS = 4_096;
    private static final int BUFFERS = 64;
    private static final int RECORDS = 5_000;
    /** More than the agent takes in one step, fewer than it need be near for. */
    private static final int PASSED = 600;

    @TempDir
    private Path dir;

    private final FailureLatch failures = new FailureLatch();
    private final List<DirectBuffer> events = new ArrayList<>();
    private CountersFile counters;
    private SweepQueue sweeps;
    private MarketState market;
    private BookStage stage;
    private int next;

    @BeforeEach
    void journalEverything() {
        final EventPublisher out = new EventPublisher(new Slots(events), 1);
        new RandomFeed(3, RECORDS).poll(out, RECORDS);
        try (JournalAppender appender = JournalAppender.open(dir.resolve("events"))) {
            for (final DirectBuffer event : events) {
                appender.append(event, 0, event.capacity(), Events.sequence(event, 0), 1);
            }
        }
        counters = new CountersFile(dir);
        sweeps = new SweepQueue(BUFFERS, INSTRUMENTS, failures, counters.counter(EngineCounter.SWEEP_WAITS));
        market = market(sweeps);
        stage = BookStage.catchingUp(new Booking(market, sweeps, counters), sweeps, dir.resolve("events"), RING_SLOTS, counters, failures);
    }

    @AfterEach
    void closeCounters() {
        stage.agent().orElseThrow().onClose();
        counters.close();
    }

    private static MarketState market(final SweepQueue sweeps) {
        final SweepWriter writer = new SweepWriter(sweeps);
        final MarketState market = new MarketState(RowSettings.standard(INSTRUMENTS), writer, BookListener.NONE);
        writer.instruments(market::instrument);
        return market;
    }

    private void pass() {
        stage.handler().onEvent(events.get(next++), true);
    }

    private long value(final EngineCounter counter) {
        return counters.value(counter);
    }

    @Test
    void theBooksComeBackToTheRingOnlyWhenEveryEventBeforeIsBooked() throws Exception {
        final Agent agent = stage.agent().orElseThrow();
        while (value(EngineCounter.BOOKS_DETACHED) == 0) {
            pass();
        }
        for (int i = 1; i < PASSED; i++) {
            pass();
        }
        final List<String> drained = SweepDrain.drain(sweeps);
        assertEquals(BUFFERS, drained.size());
        final long first = value(EngineCounter.EVENTS_BOOKED);
        agent.doWork();
        final long left = next - value(EngineCounter.EVENTS_BOOKED);
        assertTrue(value(EngineCounter.EVENTS_BOOKED) > first && left > 0, "booked up to " + value(EngineCounter.EVENTS_BOOKED));
        assertEquals(left, value(EngineCounter.BOOKS_BEHIND));

        final Thread ring = new Thread(this::pass);
        ring.start();
        await("the ring's thread at the meeting", () -> ring.getState() == Thread.State.TIMED_WAITING);
        for (int step = 0; value(EngineCounter.BOOKS_BEHIND) > 0; step++) {
            assertTrue(step < PASSED, "the agent does not get to the ring");
            drained.addAll(SweepDrain.drain(sweeps));
            agent.doWork();
        }
        ring.join();
        assertEquals(0, value(EngineCounter.BOOKS_DETACHED));
        assertEquals(0, agent.doWork());
        assertTrue(stage.isDone());

        while (next < events.size()) {
            drained.addAll(SweepDrain.drain(sweeps));
            pass();
        }
        drained.addAll(SweepDrain.drain(sweeps));
        assertEquals(1, value(EngineCounter.BOOKS_DETACHMENTS));
        assertSameAsWithoutTheRing(drained);
    }

    @Test
    void nothingIsBookedFromTheJournalThatTheRingHasNotPassed() throws Exception {
        final Agent agent = stage.agent().orElseThrow();
        while (value(EngineCounter.BOOKS_DETACHED) == 0) {
            pass();
        }
        SweepDrain.drain(sweeps);
        agent.doWork();
        agent.doWork();
        assertEquals(next, value(EngineCounter.EVENTS_BOOKED));
        assertTrue(stage.isDone());
    }

    private void assertSameAsWithoutTheRing(final List<String> drained) {
        final SweepQueue queue = new SweepQueue(BUFFERS, INSTRUMENTS, failures, counters.counter(EngineCounter.SWEEP_WAITS));
        final MarketState plain = market(queue);
        final List<String> expected = new ArrayList<>();
        for (final DirectBuffer event : events) {
            plain.onEvent(event, 0);
            expected.addAll(SweepDrain.drain(queue));
        }
        assertEquals(expected, drained);
        assertEquals(plain.booksHash(), market.booksHash());
    }

    /** Keeps a copy of each event. */
    private record Slots(List<DirectBuffer> events, MutableDirectBuffer slot) implements EventSlots {
        Slots(final List<DirectBuffer> events) {
            this(events, new ExpandableArrayBuffer(Events.MAX_LENGTH));
        }

        @Override
        public MutableDirectBuffer claim() {
            return slot;
        }

        @Override
        public void publish() {
            final byte[] bytes = new byte[Events.length(slot, 0)];
            slot.getBytes(0, bytes);
            events.add(new UnsafeBuffer(bytes));
        }
    }
}
