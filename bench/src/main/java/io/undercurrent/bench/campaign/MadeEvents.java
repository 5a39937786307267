package io.undercurrent.bench.campaign;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.OrderAddDecoder;
import io.undercurrent.journal.JournalAppender;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Events of {@value #MIN_LENGTH} to {@value #MAX_LENGTH} bytes of which every byte follows from a seed and their sequence. One thread. */
final class MadeEvents {
    static final int MAX_LENGTH = Events.MAX_LENGTH;

    static final int MIN_LENGTH = Events.MIN_LENGTH;
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int LENGTHS = (MAX_LENGTH - MIN_LENGTH) / Long.BYTES + 1;
    private static final int SEQUENCE = Events.HEADER_LENGTH;
    private static final int FIRST_WORD = SEQUENCE + Long.BYTES;

    private final long seed;
    private final UnsafeBuffer batch = new UnsafeBuffer(new byte[JournalAppender.MAX_BATCH_BYTES]);

    MadeEvents(final long seed) {
        this.seed = seed;
    }

    /** Appends the next {@code count} events, or as many of them as fit in one batch. */
    void append(final JournalAppender appender, final int count) {
        final long first = appender.nextSequence();
        int length = 0;
        int made = 0;
        while (made < count && length + MAX_LENGTH <= JournalAppender.MAX_BATCH_BYTES) {
            length += put(length, first + made);
            made++;
        }
        appender.append(batch, 0, length, first, made);
    }

    /** Makes one event alone at the start of {@link #buffer}. */
    int make(final long sequence) {
        return put(0, sequence);
    }

    UnsafeBuffer buffer() {
        return batch;
    }

    private int put(final int offset, final long sequence) {
        final long mixed = Seeds.derive(seed, sequence);
        final int length = lengthOf(mixed);
        batch.putLong(offset, header(length), ORDER);
        batch.putLong(offset + SEQUENCE, sequence, ORDER);
        for (int at = FIRST_WORD; at < length; at += Long.BYTES) {
            batch.putLong(offset + at, Seeds.derive(mixed, at), ORDER);
        }
        return length;
    }

    /** Whether this is the event of that sequence, in every byte. */
    boolean matches(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        final long mixed = Seeds.derive(seed, sequence);
        if (length != lengthOf(mixed) || buffer.getLong(offset, ORDER) != header(length)
                || buffer.getLong(offset + SEQUENCE, ORDER) != sequence) {
            return false;
        }
        for (int at = FIRST_WORD; at < length; at += Long.BYTES) {
            if (buffer.getLong(offset + at, ORDER) != Seeds.derive(mixed, at)) {
                return false;
            }
        }
        return true;
    }

    /** What the sequence is if an event stands here, whole or not. */
    static long sequenceAt(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + SEQUENCE, ORDER);
    }

    /** Whether this event stands here whole. */
    boolean standsAt(final DirectBuffer buffer, final int offset, final long sequence) {
        final int length = lengthOf(Seeds.derive(seed, sequence));
        return offset + length <= buffer.capacity() && matches(buffer, offset, length, sequence);
    }

    private static int lengthOf(final long mixed) {
        return MIN_LENGTH + (int) Long.remainderUnsigned(mixed, LENGTHS) * Long.BYTES;
    }

    private static long header(final int length) {
        return length - Events.HEADER_LENGTH
                | (long) OrderAddDecoder.TEMPLATE_ID << 16 | (long) OrderAddDecoder.SCHEMA_ID << 32 | (long) OrderAddDecoder.SCHEMA_VERSION << 48;
    }
}
