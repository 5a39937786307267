package io.undercurrent.engine.booking;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Who keeps the books: the ring's thread, or the one that catches up from the journal. One at a time, and every event is booked by one of
 * the two.
 * <pre>
 *             leave                    near                      meet
 * ON_RING ──────────▶ CATCHING_UP ◀──────────▶ NEAR ──────────────────────▶ MEETING ──▶ ON_RING    join
 *  (ring)               (catch-up)  withdraw     (ring, at an event)          └───────▶ CATCHING_UP withdraw
 * </pre>
 * In {@code MEETING} the ring's thread stands at an event and waits until the other has booked all before it. Each change of state hands
 * over with it whatever its author wrote before.
 */
final class BookOwner {
    enum State { ON_RING, CATCHING_UP, NEAR, MEETING }

    private final AtomicReference<State> state = new AtomicReference<>(State.ON_RING);
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong booked = new AtomicLong();

    /** Any thread. */
    State state() {
        return state.get();
    }

    /** Ring: this event, which it passes, and those after it are the other's. */
    void leave(final long sequence) {
        booked.set(sequence - 1);
        passed.set(sequence);
        state.set(State.CATCHING_UP);
    }

    /** Ring, away from the books: it let this event pass. */
    void pass(final long sequence) {
        passed.setRelease(sequence);
    }

    /** Ring, away from the books and not past this event: true if the other comes here now. Then wait until it has, or has withdrawn. */
    boolean meet() {
        return state.compareAndSet(State.NEAR, State.MEETING);
    }

    /** The last event that the ring let pass: the last one to be booked from the journal. */
    long passed() {
        return passed.getAcquire();
    }

    /** Catch-up: every event up to this one is booked. */
    void booked(final long sequence) {
        booked.setRelease(sequence);
    }

    /** The last event booked from the journal, or before the ring's thread left. */
    long booked() {
        return booked.getAcquire();
    }

    /** Catch-up: ready to come to the ring. */
    void near() {
        state.compareAndSet(State.CATCHING_UP, State.NEAR);
    }

    /** Catch-up: not ready after all. */
    void withdraw() {
        if (!state.compareAndSet(State.NEAR, State.CATCHING_UP)) {
            state.compareAndSet(State.MEETING, State.CATCHING_UP);
        }
    }

    /** Catch-up, in a meeting and with everything passed booked: the books go back to the ring's thread. */
    void join() {
        state.set(State.ON_RING);
    }

    /** Any thread, once the ring passes nothing more: every event is booked. */
    boolean isDone() {
        return state.get() == State.ON_RING || booked.get() == passed.get();
    }
}
