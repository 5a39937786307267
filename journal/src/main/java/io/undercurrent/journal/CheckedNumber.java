package io.undercurrent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/**
 * The content of a small file that is a number: its 8 bytes and their CRC32C, little endian, at the file's start. The checksum covers a seed
 * in front of the number, so that another run's file is not valid either. One thread; allocates nothing after construction.
 */
final class CheckedNumber {
    static final int LENGTH = Long.BYTES + Integer.BYTES;

    private static final int NUMBER = Long.BYTES;
    private static final int CHECKSUM = NUMBER + Long.BYTES;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(NUMBER + LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();

    CheckedNumber(final long seed) {
        bytes.putLong(0, seed);
    }

    void write(final FileChannel file, final long number) throws IOException {
        bytes.clear().putLong(NUMBER, number).putInt(CHECKSUM, checksum());
        for (int at = 0; at < LENGTH; ) {
            at += file.write(bytes.position(NUMBER + at), at);
        }
    }

    /** Whether the file holds a valid one; it is the {@link #number} then. */
    boolean read(final FileChannel file) throws IOException {
        return file.read(bytes.clear().position(NUMBER), 0) == LENGTH && bytes.getInt(CHECKSUM) == checksum();
    }

    long number() {
        return bytes.getLong(NUMBER);
    }

    private int checksum() {
        crc.reset();
        crc.update(bytes.position(0).limit(CHECKSUM));
        bytes.clear();
        return (int) crc.getValue();
    }
}
