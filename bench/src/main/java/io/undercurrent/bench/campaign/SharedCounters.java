package io.undercurrent.bench.campaign;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.UnsafeBuffer;

/** Numbers in a mapped file that outlive the process which sets them. One process sets, any may read. */
final class SharedCounters {
    /** Number of the stream that is written. */
    static final int STREAM = 0;
    /** Of the first event of the present run; 0: not open yet. */
    static final int FIRST = 1;
    static final int APPENDED = 2;
    static final int ACKNOWLEDGED = 3;
    /** Counts up with everything done, so that somebody may wait for a beginning. */
    static final int BEATS = 4;

    private static final int COUNTERS = 8;

    private final UnsafeBuffer buffer;

    private SharedCounters(final MappedByteBuffer mapped) {
        buffer = new UnsafeBuffer(mapped);
    }

    static SharedCounters map(final Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedCounters(channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) COUNTERS * Long.BYTES));
        }
    }

    long get(final int counter) {
        return buffer.getLongVolatile(counter * Long.BYTES);
    }

    void set(final int counter, final long value) {
        buffer.putLongVolatile(counter * Long.BYTES, value);
    }
}
