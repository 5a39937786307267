package io.undercurrent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The number of a stream's newest run, in a file of sixteen bytes (the number, and it inverted), so that an idle tailer learns of a new
 * run by one small read instead of listing a directory. Only a hint: without the file, or if it is damaged, the directory is listed. One
 * thread.
 */
final class NewestRun implements AutoCloseable {
    private static final String FILE = "newest";
    private static final int LENGTH = 2 * Long.BYTES;

    private final Path stream;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private FileChannel channel;

    NewestRun(final Path stream) {
        this.stream = stream;
    }

    static void write(final Path stream, final long number) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN).putLong(0, number)
                .putLong(Long.BYTES, ~number);
        try (FileChannel channel = FileChannel.open(stream.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(bytes, 0);
        }
    }

    /** 0: there is no run. */
    long number() {
        try {
            if (channel == null && Files.exists(stream.resolve(FILE))) {
                channel = FileChannel.open(stream.resolve(FILE), StandardOpenOption.READ);
            }
            if (channel != null && channel.read(bytes.clear(), 0) == LENGTH && bytes.getLong(0) == ~bytes.getLong(Long.BYTES)) {
                return bytes.getLong(0);
            }
        } catch (final IOException e) {
            throw new JournalException(stream.resolve(FILE) + " can't be read: " + e, e);
        }
        final List<RunDirectory> runs = RunDirectory.list(stream);
        return runs.isEmpty() ? 0 : runs.getLast().number();
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (final IOException e) {
                throw new JournalException(stream.resolve(FILE) + " can't be closed: " + e, e);
            }
        }
    }
}
