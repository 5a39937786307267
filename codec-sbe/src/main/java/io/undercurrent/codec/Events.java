package io.undercurrent.codec;

import io.undercurrent.codec.sbe.EventHeaderDecoder;
import io.undercurrent.codec.sbe.MessageHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Reads what every encoded event has in common without choosing its decoder: the SBE message header and the event header stand at
 * the same offsets in each message. An event occupies {@link #length} bytes, a multiple of 8, and carries its own length.
 */
public final class Events {
    /** Bytes before the block: the SBE message header. */
    public static final int HEADER_LENGTH = MessageHeaderDecoder.ENCODED_LENGTH;

    /** The largest message of the schema, header included. A ring slot holds at least this. */
    public static final int MAX_LENGTH = 256;

    /** The smallest message: an event header with nothing behind it. */
    public static final int MIN_LENGTH = HEADER_LENGTH + EventHeaderDecoder.ENCODED_LENGTH;

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int BLOCK_LENGTH = MessageHeaderDecoder.blockLengthEncodingOffset();
    private static final int TEMPLATE_ID = MessageHeaderDecoder.templateIdEncodingOffset();
    private static final int SCHEMA_ID = MessageHeaderDecoder.schemaIdEncodingOffset();
    private static final int VERSION = MessageHeaderDecoder.versionEncodingOffset();
    private static final int SEQUENCE = HEADER_LENGTH + EventHeaderDecoder.sequenceEncodingOffset();
    private static final int SOURCE_SEQUENCE = HEADER_LENGTH + EventHeaderDecoder.sourceSequenceEncodingOffset();
    private static final int EXCHANGE_TIME = HEADER_LENGTH + EventHeaderDecoder.exchangeTimeNsEncodingOffset();
    private static final int RECEIVE_TIME = HEADER_LENGTH + EventHeaderDecoder.receiveTimeNsEncodingOffset();
    private static final int INSTRUMENT_ID = HEADER_LENGTH + EventHeaderDecoder.instrumentIdEncodingOffset();
    private static final int FLAGS = HEADER_LENGTH + EventHeaderDecoder.flagsEncodingOffset();

    private Events() {
    }

    /** Bytes of the event at {@code offset}, its header included. */
    public static int length(final DirectBuffer buffer, final int offset) {
        return HEADER_LENGTH + blockLength(buffer, offset);
    }

    public static int blockLength(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + BLOCK_LENGTH, ORDER) & 0xFFFF;
    }

    public static int templateId(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + TEMPLATE_ID, ORDER) & 0xFFFF;
    }

    public static int schemaId(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + SCHEMA_ID, ORDER) & 0xFFFF;
    }

    /** The schema version it was written with: the {@code actingVersion} of its decoder. */
    public static int version(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + VERSION, ORDER) & 0xFFFF;
    }

    public static long sequence(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + SEQUENCE, ORDER);
    }

    public static void sequence(final MutableDirectBuffer buffer, final int offset, final long sequence) {
        buffer.putLong(offset + SEQUENCE, sequence, ORDER);
    }

    public static long sourceSequence(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + SOURCE_SEQUENCE, ORDER);
    }

    public static long exchangeTimeNs(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + EXCHANGE_TIME, ORDER);
    }

    public static long receiveTimeNs(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + RECEIVE_TIME, ORDER);
    }

    public static int instrumentId(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset + INSTRUMENT_ID, ORDER);
    }

    /** Writes the event header of a message at the start of the buffer. */
    public static void header(
            final MutableDirectBuffer buffer, final long sequence, final long sourceSequence, final long exchangeTimeNs,
            final long receiveTimeNs, final int instrumentId, final int flags) {
        buffer.putLong(SEQUENCE, sequence, ORDER);
        buffer.putLong(SOURCE_SEQUENCE, sourceSequence, ORDER);
        buffer.putLong(EXCHANGE_TIME, exchangeTimeNs, ORDER);
        buffer.putLong(RECEIVE_TIME, receiveTimeNs, ORDER);
        // flags and the reserved two bytes behind them
        buffer.putInt(INSTRUMENT_ID, instrumentId, ORDER);
        buffer.putInt(FLAGS, flags & 0xFFFF, ORDER);
    }

    /** The raw bits of {@code EventFlags}. */
    public static int flags(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + FLAGS, ORDER) & 0xFFFF;
    }
}
