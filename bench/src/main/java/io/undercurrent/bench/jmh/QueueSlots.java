package io.undercurrent.bench.jmh;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.feed.EventSlots;
import io.undercurrent.engine.ring.RingHandler;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/** A queue of one producer and one consumer in place of the ring; both wait as the ring's do. */
final class QueueSlots implements EventSlots, AutoCloseable {
    private static final int BYTES_PER_SLOT = 128;
    private static final int SPINS = 100;
    private static final long PARK_NS = 50_000;
    private static final int TYPE = 1;

    private final FixedSlot slot = new FixedSlot();
    private final OneToOneRingBuffer queue;
    private final Thread consumer;
    private volatile boolean stopped;

    QueueSlots(final int slots, final RingHandler handler) {
        queue = new OneToOneRingBuffer(
                new UnsafeBuffer(ByteBuffer.allocateDirect(slots * BYTES_PER_SLOT + RingBufferDescriptor.TRAILER_LENGTH)));
        consumer = new Thread(() -> consume(handler), "bench-consumer");
        consumer.setDaemon(true);
        consumer.start();
    }

    private void consume(final RingHandler handler) {
        final UnsafeBuffer view = new UnsafeBuffer();
        final IdleStrategy idle = new BackoffIdleStrategy(SPINS, SPINS, PARK_NS, PARK_NS);
        while (!stopped) {
            idle.idle(queue.read((type, buffer, offset, length) -> {
                view.wrap(buffer, offset, length);
                handler.onEvent(view, false);
            }));
        }
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot.claim();
    }

    @Override
    public void publish() {
        final int length = Events.length(slot.buffer(), 0);
        for (int tries = 0; !queue.write(TYPE, slot.buffer(), 0, length); tries++) {
            if (tries < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PARK_NS);
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
    }
}
