package io.undercurrent.engine.ring;

import io.undercurrent.codec.Events;
import io.undercurrent.journal.JournalAppender;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Journals every event: stages what one batch of the ring delivers, up to the configured size, and appends it as one excerpt. The
 * journalled sequence is published after the append, and alerts wait for it.
 */
public final class JournalHandler implements RingHandler {
    private final JournalAppender appender;
    private final MutableDirectBuffer staged;
    private final int batchBytes;
    private final AtomicCounter journalled;
    private final AtomicCounter excerpts;
    private int length;
    private int count;
    private long firstSequence;

    public JournalHandler(
            final JournalAppender appender, final int batchBytes, final AtomicCounter journalled, final AtomicCounter excerpts) {
        this.appender = appender;
        this.batchBytes = batchBytes;
        this.journalled = journalled;
        this.excerpts = excerpts;
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
        appender.append(staged, 0, length, firstSequence, count);
        journalled.setRelease(firstSequence + count - 1);
        excerpts.incrementRelease();
        length = 0;
        count = 0;
    }
}
