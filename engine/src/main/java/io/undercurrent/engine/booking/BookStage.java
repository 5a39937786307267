package io.undercurrent.engine.booking;

import io.undercurrent.engine.counters.CountersFile;
import io.undercurrent.engine.ring.FailureLatch;
import io.undercurrent.engine.ring.RingHandler;
import io.undercurrent.engine.signal.SweepQueue;
import java.nio.file.Path;
import java.util.Optional;
import org.agrona.concurrent.Agent;

/** The books' place in the engine: a handler of the ring and, where the ring must not wait for the signals, the agent that helps it. */
public final class BookStage {
    /** Share of the ring that may fill while its thread waits for the one that catches up. */
    private static final int NEAR_SHARE = 4;

    private final RingHandler handler;
    private final Optional<Agent> agent;
    private final BookOwner owner;

    private BookStage(final RingHandler handler, final Optional<Agent> agent, final BookOwner owner) {
        this.handler = handler;
        this.agent = agent;
        this.owner = owner;
    }

    /** When the signals are behind, the ring waits for them. */
    public static BookStage waiting(final Booking booking) {
        return new BookStage(new BookHandler(booking), Optional.empty(), new BookOwner());
    }

    /**
     * When the signals are behind, the ring goes on without the books, which catch up from the journal.
     *
     * @param sweeps where the books' sweeps go
     * @param events stream of the events journal
     */
    public static BookStage catchingUp(
            final Booking booking, final SweepQueue sweeps, final Path events, final int ringSlots, final CountersFile counters,
            final FailureLatch failures) {
        final BookOwner owner = new BookOwner();
        return new BookStage(new DetachingBookHandler(booking, owner, counters, failures),
                Optional.of(new CatchUpAgent(booking, owner, sweeps, events, ringSlots / NEAR_SHARE, counters, failures)), owner);
    }

    public RingHandler handler() {
        return handler;
    }

    /** Needs a thread of its own. */
    public Optional<Agent> agent() {
        return agent;
    }

    /** Any thread, once the ring is drained: every event is booked. */
    public boolean isDone() {
        return owner.isDone();
    }
}
