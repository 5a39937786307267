package io.undercurrent.engine.booking;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.ring.FailureLatch;
import io.undercurrent.engine.signal.SweepQueue;
import io.undercurrent.journal.EventConsumer;
import io.undercurrent.journal.JournalTailer;
import java.nio.file.Path;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Keeps the books while the ring's thread is away from them: books from the journal what the ring let pass, waits for sweep buffers as
 * long as it must, and goes back to the ring once it is near and half of the buffers are free. A failure stops the engine.
 */
final class CatchUpAgent implements Agent {
    private static final int CHUNK = 256;

    private final Booking booking;
    private final BookOwner owner;
    private final SweepQueue sweeps;
    private final Path events;
    private final long nearEvents;
    private final FailureLatch failures;
    private final AtomicCounter behind;
    private final EventConsumer consumer = this::book;
    /** Null: the ring's thread keeps the books. */
    private JournalTailer tailer;
    private long booked;

    /**
     * @param events stream of the events journal
     * @param nearEvents the ring may be waited with for so many events to be booked
     */
    CatchUpAgent(
            final Booking booking, final BookOwner owner, final SweepQueue sweeps, final Path events, final long nearEvents,
            final CountersFile counters, final FailureLatch failures) {
        this.booking = booking;
        this.owner = owner;
        this.sweeps = sweeps;
        this.events = events;
        this.nearEvents = nearEvents;
        this.failures = failures;
        behind = counters.counter(EngineCounter.BOOKS_BEHIND);
    }

    @Override
    public String roleName() {
        return "undercurrent-catch-up";
    }

    @Override
    public int doWork() {
        try {
            return failures.isSet() || owner.state() == BookOwner.State.ON_RING ? 0 : work();
        } catch (final RuntimeException | Error cause) {
            failures.fail("catching up from the events journal", cause);
            throw new AgentTerminationException(cause);
        }
    }

    private int work() {
        if (tailer == null) {
            booked = owner.booked();
            tailer = JournalTailer.openAt(events, booked + 1);
        }
        // the journal may be ahead of the ring's book thread: what that has not passed yet is not ours
        final long due = owner.passed() - booked;
        final int taken = due > 0 ? tailer.pollEvents(consumer, (int) Math.min(due, CHUNK)) : 0;
        if (taken > 0) {
            booking.show(booked);
            owner.booked(booked);
        }
        // the state first: nothing passes any more once it is a meeting
        final boolean meeting = owner.state() == BookOwner.State.MEETING;
        final long left = owner.passed() - booked;
        behind.setRelease(left);
        if (meeting && left == 0) {
            tailer.close();
            tailer = null;
            owner.join();
        } else if (left <= nearEvents && sweeps.isHalfFree()) {
            owner.near();
        }
        return taken;
    }

    private void book(final DirectBuffer buffer, final int offset, final int length) {
        if (!booking.fits(buffer, offset)) {
            owner.withdraw();
        }
        booking.book(buffer, offset);
        booked = Events.sequence(buffer, offset);
    }

    @Override
    public void onClose() {
        if (tailer != null) {
            tailer.close();
        }
    }
}
