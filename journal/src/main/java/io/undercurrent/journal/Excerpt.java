package io.undercurrent.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One excerpt: a header of 24 bytes and {@code count} events back to back, little endian.
 * <pre>
 *  0 magic and version "UCJ1"    8 first sequence (int64)    20 payload length (int32)
 *  4 CRC32C                     16 count (int32)             24 payload
 * </pre>
 * The checksum covers everything from byte 8 on, and before it the run's 64-bit seed, so that a stale block of another run never
 * validates. While it is computed the seed stands where magic and checksum stand otherwise: one pass over contiguous bytes.
 * One thread. Allocates nothing after construction.
 */
final class Excerpt {
    static final int MAGIC = 0x314A_4355;
    static final int HEADER_LENGTH = 24;
    static final int MAX_PAYLOAD_LENGTH = 64 << 10;
    static final int MAX_LENGTH = HEADER_LENGTH + MAX_PAYLOAD_LENGTH;

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int CHECKSUM = 4;
    private static final int FIRST_SEQUENCE = 8;
    private static final int COUNT = 16;
    private static final int PAYLOAD_LENGTH = 20;

    private final ByteBuffer bytes;
    private final MutableDirectBuffer view;
    private final CRC32C crc = new CRC32C();
    private long seed;
    private int offset;

    /** Over the bytes of a direct buffer; the buffer's own position and limit stay as they are. */
    Excerpt(final ByteBuffer memory) {
        this.bytes = memory.duplicate();
        this.view = new UnsafeBuffer(memory);
    }

    /** The run whose excerpts are written or read from now on. */
    void seed(final long runSeed) {
        seed = runSeed;
    }

    /** Where in the buffer the excerpt stands that is meant from now on. */
    void at(final int newOffset) {
        offset = newOffset;
    }

    MutableDirectBuffer buffer() {
        return view;
    }

    int payloadOffset() {
        return offset + HEADER_LENGTH;
    }

    long firstSequence() {
        return view.getLong(offset + FIRST_SEQUENCE, ORDER);
    }

    int count() {
        return view.getInt(offset + COUNT, ORDER);
    }

    int payloadLength() {
        return view.getInt(offset + PAYLOAD_LENGTH, ORDER);
    }

    /** Writes the header in front of a payload that is already in place. */
    void seal(final long firstSequence, final int count, final int payloadLength) {
        view.putLong(offset + FIRST_SEQUENCE, firstSequence, ORDER);
        view.putInt(offset + COUNT, count, ORDER);
        view.putInt(offset + PAYLOAD_LENGTH, payloadLength, ORDER);
        final int checksum = checksum(HEADER_LENGTH + payloadLength);
        view.putInt(offset, MAGIC, ORDER);
        view.putInt(offset + CHECKSUM, checksum, ORDER);
    }

    /** Whether the {@code length} bytes here are an excerpt of this run. Overwrites the first eight, so ask once per copy. */
    boolean isValid(final int length) {
        if (view.getInt(offset, ORDER) != MAGIC || payloadLength() != length - HEADER_LENGTH || count() < 0) {
            return false;
        }
        final int stored = view.getInt(offset + CHECKSUM, ORDER);
        return checksum(length) == stored;
    }

    private int checksum(final int length) {
        view.putLong(offset, seed, ORDER);
        crc.reset();
        crc.update(bytes.limit(offset + length).position(offset));
        return (int) crc.getValue();
    }
}
