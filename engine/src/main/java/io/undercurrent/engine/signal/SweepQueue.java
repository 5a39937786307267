package io.undercurrent.engine.signal;

import io.undercurrent.engine.ring.FailureLatch;
import io.undercurrent.engine.ring.IntakeStoppedException;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Hands filled sweeps from the book thread to the signal thread and the empty ones back. Preallocated; when all are filled the book thread
 * waits: rows may be late, but none is skipped.
 */
public final class SweepQueue {
    private static final long PARK_NS = 20_000;

    private final OneToOneConcurrentArrayQueue<MarketSweep> empty;
    private final OneToOneConcurrentArrayQueue<MarketSweep> filled;
    private final FailureLatch failures;
    private final AtomicCounter waits;
    private final int buffers;

    public SweepQueue(final int buffers, final int instruments, final FailureLatch failures, final AtomicCounter waits) {
        this.failures = failures;
        this.waits = waits;
        this.buffers = buffers;
        empty = new OneToOneConcurrentArrayQueue<>(buffers);
        filled = new OneToOneConcurrentArrayQueue<>(buffers);
        for (int i = 0; i < buffers; i++) {
            empty.offer(new MarketSweep(instruments));
        }
    }

    /** Book thread: an empty sweep, waiting for one if need be. */
    MarketSweep takeEmpty() {
        MarketSweep sweep = empty.poll();
        if (sweep == null) {
            waits.incrementRelease();
            do {
                if (failures.isSet()) {
                    throw new IntakeStoppedException(failures.failure().orElseThrow());
                }
                LockSupport.parkNanos(PARK_NS);
                sweep = empty.poll();
            } while (sweep == null);
        }
        return sweep;
    }

    /** Book thread. */
    void putFilled(final MarketSweep sweep) {
        if (!filled.offer(sweep)) {
            throw new IllegalStateException("more sweeps than buffers");
        }
    }

    /** Signal thread: the next filled sweep, left in the queue; null: none. */
    MarketSweep peekFilled() {
        return filled.peek();
    }

    /** Signal thread: the sweep last peeked is done with. */
    void release() {
        final MarketSweep sweep = filled.poll();
        if (!empty.offer(sweep)) {
            throw new IllegalStateException("more sweeps than buffers");
        }
    }

    /** Any thread, once the book thread is done: every sweep has been evaluated and released. */
    public boolean isDrained() {
        return empty.size() == buffers;
    }
}
