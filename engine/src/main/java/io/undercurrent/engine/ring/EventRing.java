package io.undercurrent.engine.ring;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventSlots;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The ring between one feed thread and the handlers, which all see every event, in parallel:
 * <pre>
 * feed ── claim, encode in place, publish ──▶ [slot][slot][slot]… ─┬─▶ handler
 *                                                                 └─▶ handler
 * </pre>
 * Slots are fixed pieces of one off-heap block. A handler that throws ends its thread, sets the latch, and thereby stops the feed at its
 * next event; it is never called again, so nothing is skipped silently.
 */
public final class EventRing implements EventSlots {
    private static final int SPINS = 100;
    private static final long PARK_NS = 50_000;

    private final FailureLatch failures;
    private final Disruptor<EventSlot> disruptor;
    private final RingBuffer<EventSlot> ring;
    private Adapter[] adapters = {};
    private long claimed;
    private long fullWaits;

    /** @param slots a power of two */
    public EventRing(final int slots, final WaitStrategy wait, final ThreadFactory threads, final FailureLatch failures) {
        this.failures = failures;
        final MutableDirectBuffer memory = new UnsafeBuffer(ByteBuffer.allocateDirect(Math.multiplyExact(slots, Events.MAX_LENGTH)));
        final int[] next = {0};
        disruptor = new Disruptor<>(
                () -> new EventSlot(new UnsafeBuffer(memory, next[0]++ * Events.MAX_LENGTH, Events.MAX_LENGTH)),
                slots, threads, ProducerType.SINGLE, wait);
        disruptor.setDefaultExceptionHandler(new EndThread());
        ring = disruptor.getRingBuffer();
    }

    /** Adds the handlers and starts a thread for each. Once. */
    public void start(final RingHandler... handlers) {
        adapters = new Adapter[handlers.length];
        for (int i = 0; i < handlers.length; i++) {
            adapters[i] = new Adapter(handlers[i], failures);
        }
        disruptor.handleEventsWith(adapters);
        disruptor.start();
    }

    @Override
    public MutableDirectBuffer claim() {
        for (int tries = 0; ; tries++) {
            if (failures.isSet()) {
                throw new IntakeStoppedException(failures.failure().orElseThrow());
            }
            if (ring.hasAvailableCapacity(1)) {
                claimed = ring.next();
                return ring.get(claimed).buffer();
            }
            if (tries == 0) {
                fullWaits++;
            }
            if (tries < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PARK_NS);
            }
        }
    }

    @Override
    public void publish() {
        ring.publish(claimed);
    }

    /** Times {@link #claim} found the ring full; read by the feed thread. */
    public long fullWaits() {
        return fullWaits;
    }

    /** Slots that a handler has still to see; read by the feed thread. */
    public long used() {
        return ring.getBufferSize() - ring.remainingCapacity();
    }

    /**
     * Waits until every handler that has not failed is through with every published event, then ends them. The feed must be done.
     *
     * @param isHeld whether a handler waits for the outside; that is no time without progress
     * @throws TimeoutException a handler made no progress for so long
     */
    public void drainAndStop(final long timeoutMs, final BooleanSupplier isHeld) throws TimeoutException {
        try {
            for (final Adapter adapter : adapters) {
                awaitDrained(adapter, TimeUnit.MILLISECONDS.toNanos(timeoutMs), isHeld);
            }
        } finally {
            disruptor.halt();
        }
    }

    private void awaitDrained(final Adapter adapter, final long timeoutNs, final BooleanSupplier isHeld) throws TimeoutException {
        long seen = Long.MIN_VALUE;
        long deadline = 0;
        while (!adapter.failed) {
            final long handled = disruptor.getSequenceValueFor(adapter);
            if (handled >= ring.getCursor()) {
                return;
            }
            final long now = System.nanoTime();
            if (handled != seen || isHeld.getAsBoolean()) {
                seen = handled;
                deadline = now + timeoutNs;
            } else if (now - deadline > 0) {
                throw TimeoutException.INSTANCE;
            }
            LockSupport.parkNanos(PARK_NS);
        }
    }

    private static final class Adapter implements EventHandler<EventSlot> {
        private final RingHandler handler;
        private final FailureLatch failures;
        private volatile boolean failed;

        private Adapter(final RingHandler handler, final FailureLatch failures) {
            this.handler = handler;
            this.failures = failures;
        }

        @Override
        public void onStart() {
            Thread.currentThread().setName("undercurrent-" + handler.name().replace(' ', '-'));
        }

        @Override
        public void onEvent(final EventSlot slot, final long sequence, final boolean endOfBatch) {
            try {
                handler.onEvent(slot.buffer(), endOfBatch);
            } catch (final Throwable cause) {
                failures.fail(handler.name(), cause);
                failed = true;
                throw cause;
            }
        }
    }

    /** Ends the thread of a handler that threw: returning would make it go on behind the failed event. */
    private static final class EndThread implements ExceptionHandler<EventSlot> {
        @Override
        public void handleEventException(final Throwable cause, final long sequence, final EventSlot slot) {
            throw new IllegalStateException("handler stopped", cause);
        }

        @Override
        public void handleOnStartException(final Throwable cause) {
            throw new IllegalStateException("handler not started", cause);
        }

        @Override
        public void handleOnShutdownException(final Throwable cause) {
            throw new IllegalStateException("handler not shut down", cause);
        }
    }
}
