package io.undercurrent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * The acknowledged sequence of a run in its file {@code acknowledged}: 16 bytes, little endian, the sequence and the sequence XOR the run's
 * seed. Written after the force that made it true, and on the disk some time later: the run holds at least this much, or has lost some.
 * Not thread-safe.
 */
final class Acknowledged implements AutoCloseable {
    static final String FILE = "acknowledged";

    private static final int LENGTH = 2 * Long.BYTES;

    private final FileChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private final long seed;

    private Acknowledged(final FileChannel channel, final long seed) {
        this.channel = channel;
        this.seed = seed;
    }

    static Acknowledged create(final Path directory, final long seed) throws IOException {
        return new Acknowledged(FileChannel.open(
                directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE), seed);
    }

    void write(final long sequence) throws IOException {
        bytes.clear().putLong(0, sequence).putLong(Long.BYTES, sequence ^ seed);
        int at = 0;
        while (at < LENGTH) {
            at += channel.write(bytes.position(at), at);
        }
    }

    /** Of the run with this seed; empty if there is none, or none that is whole. */
    static OptionalLong read(final Path directory, final long seed) {
        try {
            final byte[] file = Files.readAllBytes(directory.resolve(FILE));
            if (file.length == LENGTH) {
                final ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
                final long sequence = bytes.getLong();
                if ((sequence ^ seed) == bytes.getLong()) {
                    return OptionalLong.of(sequence);
                }
            }
            return OptionalLong.empty();
        } catch (final IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
