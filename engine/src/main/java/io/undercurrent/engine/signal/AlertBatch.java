package io.undercurrent.engine.signal;

import io.undercurrent.codec.Events;
import io.undercurrent.codec.sbe.AlertEncoder;
import io.undercurrent.codec.sbe.MessageHeaderEncoder;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The encoded alerts of one sweep, back to back, until the journal holds the events they rest on. One thread. */
public final class AlertBatch {
    /** Bytes of one encoded alert. */
    public static final int ALERT_BYTES = Events.HEADER_LENGTH + AlertEncoder.BLOCK_LENGTH;

    private final MutableDirectBuffer buffer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final AlertEncoder encoder = new AlertEncoder();
    private long nextSequence;
    private int count;

    /**
     * @param capacity the most alerts of one sweep
     * @param firstSequence that of the first alert to come
     */
    public AlertBatch(final int capacity, final long firstSequence) {
        buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Math.multiplyExact(capacity, ALERT_BYTES)));
        nextSequence = firstSequence;
    }

    /** An encoder for the next alert, its event header written. */
    AlertEncoder next(final int instrumentId, final long closeNs) {
        final int offset = count * ALERT_BYTES;
        buffer.setMemory(offset, ALERT_BYTES, (byte) 0);
        header.wrap(buffer, offset).blockLength(AlertEncoder.BLOCK_LENGTH).templateId(AlertEncoder.TEMPLATE_ID)
                .schemaId(AlertEncoder.SCHEMA_ID).version(AlertEncoder.SCHEMA_VERSION);
        encoder.wrap(buffer, offset + Events.HEADER_LENGTH);
        // no wall clock: a replay must write the same bytes
        encoder.header().sequence(nextSequence++).sourceSequence(0).exchangeTimeNs(closeNs).receiveTimeNs(closeNs)
                .instrumentId(instrumentId).reserved(0);
        count++;
        return encoder;
    }

    public int count() {
        return count;
    }

    /** Sequence of the first alert it holds. */
    public long firstSequence() {
        return nextSequence - count;
    }

    /** The alerts, from offset 0, {@link #ALERT_BYTES} each. */
    public DirectBuffer buffer() {
        return buffer;
    }

    public void clear() {
        count = 0;
    }
}
