package io.undercurrent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * The acknowledged sequence of a run in its file {@code acknowledged}, a {@link CheckedNumber} of the run's seed. Written after the force
 * that made it true, and on the disk some time later: the run holds at least this much, or has lost some. Not thread-safe.
 */
final class Acknowledged implements AutoCloseable {
    static final String FILE = "acknowledged";

    private final FileChannel channel;
    private final CheckedNumber content;

    private Acknowledged(final FileChannel channel, final long seed) {
        this.channel = channel;
        this.content = new CheckedNumber(seed);
    }

    static Acknowledged create(final Path directory, final long seed) throws IOException {
        return new Acknowledged(FileChannel.open(
                directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE), seed);
    }

    void write(final long sequence) throws IOException {
        content.write(channel, sequence);
    }

    /** Of the run with this seed; empty if there is none, or none that is whole. */
    static OptionalLong read(final Path directory, final long seed) {
        try (FileChannel file = FileChannel.open(directory.resolve(FILE), StandardOpenOption.READ)) {
            final CheckedNumber content = new CheckedNumber(seed);
            return content.read(file) ? OptionalLong.of(content.number()) : OptionalLong.empty();
        } catch (final IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
