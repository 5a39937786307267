package io.undercurrent.engine.ring;

import io.undercurrent.codec.Events;
import io.undercurrent.engine.journal.StreamWriter;
import io.undercurrent.journal.JournalFullException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Journals every event: stages what one batch of the ring delivers, up to the configured size, and appends it as one excerpt. The
 * journalled sequence is published after the append. While the disk has no room it waits, and with it the ring.
 */
public final class JournalHandler implements RingHandler {
    private static final long PARK_NS = 1_000_000;

    private final StreamWriter writer;
    private final MutableDirectBuffer staged;
    private final int batchBytes;
    private final AtomicCounter journalled;
    private final AtomicCounter excerpts;
    private final BooleanSupplier isGivenUp;
    private int length;
    private int count;
    private long firstSequence;

    /** @param isGivenUp whether to fail instead of waiting for room */
    public JournalHandler(
            final StreamWriter writer, final int batchBytes, final AtomicCounter journalled, final AtomicCounter excerpts,
            final BooleanSupplier isGivenUp) {
        this.writer = writer;
        this.batchBytes = batchBytes;
        this.journalled = journalled;
        this.excerpts = excerpts;
        this.isGivenUp = isGivenUp;
        staged = new UnsafeBuffer(ByteBuffer.allocateDirect(batchBytes));
    }

    @Override
    public String name() {
        return "events journal";
    }

    @Override
    public void onEvent(final DirectBuffer event, final boolean endOfBatch) {
        final int bytes = Events.length(event, 0);
        if (length + bytes > batchBytes) {
            append();
        }
        if (count == 0) {
            firstSequence = Events.sequence(event, 0);
        }
        staged.putBytes(length, event, 0, bytes);
        length += bytes;
        count++;
        if (endOfBatch) {
            append();
        }
    }

    private void append() {
        while (!writer.append(staged, 0, length, firstSequence, count)) {
            if (isGivenUp.getAsBoolean()) {
                throw new JournalFullException("the disk of the journal has no room: the events from sequence " + firstSequence
                        + " on were taken in but not journalled");
            }
            LockSupport.parkNanos(PARK_NS);
        }
        journalled.setRelease(firstSequence + count - 1);
        excerpts.incrementRelease();
        length = 0;
        count = 0;
    }
}
