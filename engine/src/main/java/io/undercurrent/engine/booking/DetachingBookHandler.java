package io.undercurrent.engine.booking;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.counters.EngineCounter;
import io.undercurrent.engine.ring.FailureLatch;
import io.undercurrent.engine.ring.IntakeStoppedException;
import io.undercurrent.engine.ring.RingHandler;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Books every event as it comes, as long as the signals keep up. When an event closes more rows than there are sweep buffers free, it
 * leaves the books to {@link CatchUpAgent} and lets events pass until that one is back at the ring: the journal never waits for the signals.
 */
final class DetachingBookHandler implements RingHandler {
    private static final int SPINS = 100;
    private static final long PARK_NS = 20_000;

    private final Booking booking;
    private final BookOwner owner;
    private final FailureLatch failures;
    private final AtomicCounter detachments;
    private final AtomicCounter detached;

    DetachingBookHandler(final Booking booking, final BookOwner owner, final CountersFile counters, final FailureLatch failures) {
        this.booking = booking;
        this.owner = owner;
        this.failures = failures;
        detachments = counters.counter(EngineCounter.BOOKS_DETACHMENTS);
        detached = counters.counter(EngineCounter.BOOKS_DETACHED);
    }

    @Override
    public String name() {
        return BookHandler.NAME;
    }

    @Override
    public void onEvent(final DirectBuffer event, final boolean endOfBatch) {
        final long sequence = Events.sequence(event, 0);
        if (owner.state() != BookOwner.State.ON_RING && !joined()) {
            owner.pass(sequence);
        } else if (booking.fits(event, 0)) {
            booking.book(event, 0);
            if (endOfBatch) {
                booking.show(sequence);
            }
        } else {
            detachments.incrementRelease();
            detached.setRelease(1);
            owner.leave(sequence);
        }
    }

    /** Waits for the other thread if it is on its way: it books what is journalled and before this event, and waits for no sweep buffer. */
    private boolean joined() {
        if (!owner.meet()) {
            return false;
        }
        for (int tries = 0; owner.state() == BookOwner.State.MEETING; tries++) {
            if (failures.isSet()) {
                throw new IntakeStoppedException(failures.failure().orElseThrow());
            }
            if (tries < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PARK_NS);
            }
        }
        if (owner.state() != BookOwner.State.ON_RING) {
            return false;
        }
        detached.setRelease(0);
        return true;
    }
}
