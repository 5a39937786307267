package io.undercurrent.engine.counters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.IoUtil;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersManager;
import org.agrona.concurrent.status.CountersReader;

/**
 * The engine's counters in a memory-mapped file, so that another process can read them while the engine runs and after it ended. Each
 * counter has one writing thread. Layout: magic (8 bytes), then Agrona's counters metadata, then its values.
 */
public final class CountersFile implements AutoCloseable {
    /** Name of the file in the journal folder. */
    public static final String NAME = "counters.dat";

    private static final long MAGIC = 0x3152_544E_4355_4E55L;
    private static final int HEADER_BYTES = 64;
    private static final int CAPACITY = 64;
    private static final int METADATA_BYTES = CAPACITY * CountersReader.METADATA_LENGTH;
    private static final int VALUES_BYTES = CAPACITY * CountersReader.COUNTER_LENGTH;
    private static final int FILE_BYTES = HEADER_BYTES + METADATA_BYTES + VALUES_BYTES;

    private final MappedByteBuffer mapped;
    private final AtomicCounter[] counters = new AtomicCounter[EngineCounter.values().length];
    private boolean closed;

    /** Creates the file anew in the folder. A reader that still has the old one open keeps it. */
    public CountersFile(final Path dir) {
        final Path fresh = dir.resolve(NAME + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE)) {
                // written, not only mapped: a full disk is an error here and not a signal later
                channel.write(ByteBuffer.allocate(FILE_BYTES), 0);
                mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, FILE_BYTES);
            }
            final AtomicBuffer buffer = new UnsafeBuffer(mapped);
            final CountersManager manager = new CountersManager(
                    new UnsafeBuffer(buffer, HEADER_BYTES, METADATA_BYTES),
                    new UnsafeBuffer(buffer, HEADER_BYTES + METADATA_BYTES, VALUES_BYTES), StandardCharsets.US_ASCII);
            for (final EngineCounter counter : EngineCounter.values()) {
                counters[counter.ordinal()] = manager.newCounter(counter.label());
            }
            buffer.putLong(0, MAGIC);
            Files.move(fresh, dir.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot create the counters file in " + dir + ": " + e.getMessage(), e);
        }
    }

    /** The counter; written by one thread with {@code setRelease} or {@code incrementRelease}. */
    public AtomicCounter counter(final EngineCounter counter) {
        return counters[counter.ordinal()];
    }

    public long value(final EngineCounter counter) {
        return counters[counter.ordinal()].get();
    }

    /** Label and value of every counter in the file of a folder, in their order, now. */
    public static Map<String, Long> read(final Path dir) throws IOException {
        final Path file = dir.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.size(file) != FILE_BYTES) {
            throw new IOException(file + " is not a counters file of this version");
        }
        final MappedByteBuffer mapped = IoUtil.mapExistingFile(file.toFile(), FileChannel.MapMode.READ_ONLY, NAME);
        try {
            final AtomicBuffer buffer = new UnsafeBuffer(mapped);
            if (buffer.getLong(0) != MAGIC) {
                throw new IOException(file + " is not a counters file");
            }
            final Map<String, Long> values = new LinkedHashMap<>();
            new CountersReader(new UnsafeBuffer(buffer, HEADER_BYTES, METADATA_BYTES),
                    new UnsafeBuffer(buffer, HEADER_BYTES + METADATA_BYTES, VALUES_BYTES), StandardCharsets.US_ASCII)
                    .forEach((value, id, label) -> values.put(label, value));
            return values;
        } finally {
            IoUtil.unmap(mapped);
        }
    }

    /** The counters must not be touched any more. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            // the counters are not closed: that would take them out of the file, which is read after the run too
            IoUtil.unmap(mapped);
        }
    }
}
