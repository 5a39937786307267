package io.undercurrent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The number of a stream's newest run, a {@link CheckedNumber} in a file, so that an idle tailer learns of a new run by one small read
 * instead of listing a directory. Without the file, or if it is damaged, the directory is listed. One thread.
 */
final class NewestRun implements AutoCloseable {
    private static final String FILE = "newest";

    private final Path stream;
    private final CheckedNumber content = new CheckedNumber(0);
    private FileChannel channel;

    NewestRun(final Path stream) {
        this.stream = stream;
    }

    static void write(final Path stream, final long number) throws IOException {
        try (FileChannel channel = FileChannel.open(stream.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            new CheckedNumber(0).write(channel, number);
        }
    }

    /** 0: there is no run. */
    long number() {
        try {
            if (channel == null && Files.exists(stream.resolve(FILE))) {
                channel = FileChannel.open(stream.resolve(FILE), StandardOpenOption.READ);
            }
            if (channel != null && content.read(channel)) {
                return content.number();
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
