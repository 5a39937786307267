package io.undercurrent.engine.signal;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.ring.FailureLatch;
import io.undercurrent.engine.ring.IntakeStoppedException;
import io.undercurrent.signals.RowLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Hands filled sweeps from the book thread to the signal thread and the empty ones back. Preallocated; when all are filled the book thread
 * waits: rows may be late, but none is skipped. The books may change threads, if that is a happens-before.
 * <pre>
 * empty ──book thread──▶ filled ──signal thread──▶ under way ──▶ empty
 * </pre>
 */
public final class SweepQueue {
    private static final long PARK_NS = 20_000;
    private static final long AUTO_BYTES = 64L << 20;
    private static final int AUTO_MIN = 8;
    private static final int AUTO_MAX = 64;

    private final OneToOneConcurrentArrayQueue<MarketSweep> empty;
    private final OneToOneConcurrentArrayQueue<MarketSweep> filled;
    private final Deque<MarketSweep> underWay;
    private final FailureLatch failures;
    private final AtomicCounter waits;
    private final int buffers;

    public SweepQueue(final int buffers, final int instruments, final FailureLatch failures, final AtomicCounter waits) {
        this.failures = failures;
        this.waits = waits;
        this.buffers = buffers;
        empty = new OneToOneConcurrentArrayQueue<>(buffers);
        filled = new OneToOneConcurrentArrayQueue<>(buffers);
        underWay = new ArrayDeque<>(buffers);
        for (int i = 0; i < buffers; i++) {
            empty.offer(new MarketSweep(instruments));
        }
    }

    /** How many the configuration says, or, if it leaves that open, 64, fewer where those would take more than 64 MiB, but at least 8. */
    public static int buffers(final Config config) {
        final int configured = config.integer(Setting.SIGNALS_SWEEP_BUFFERS);
        final long sweepBytes = config.wide(Setting.SIGNALS_MAX_INSTRUMENTS) * RowLayout.ROW_BYTES;
        return configured == 0 ? Math.clamp(AUTO_BYTES / sweepBytes, AUTO_MIN, AUTO_MAX) : configured;
    }

    /** Book thread: sweeps that can be taken without waiting. */
    public int free() {
        return empty.size();
    }

    /** Book thread: at least half of the sweeps can be taken without waiting. */
    public boolean isHalfFree() {
        return 2 * free() >= buffers;
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

    /** Signal thread: the sweep last peeked is being evaluated. */
    void offered() {
        underWay.addLast(filled.poll());
    }

    /** Signal thread: the oldest sweep that is being evaluated; null: none. */
    MarketSweep oldestOffered() {
        return underWay.peekFirst();
    }

    /** Signal thread: the oldest sweep that is being evaluated is done with. */
    void release() {
        if (!empty.offer(underWay.removeFirst())) {
            throw new IllegalStateException("more sweeps than buffers");
        }
    }

    /** Any thread, once the book thread is done: every sweep has been evaluated and released. */
    public boolean isDrained() {
        return empty.size() == buffers;
    }
}
