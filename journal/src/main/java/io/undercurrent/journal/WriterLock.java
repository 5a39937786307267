package io.undercurrent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a stream to one writer, in this process and over all processes of the machine: a lock on the file {@code writer.lock}, which the
 * system releases when its process ends, however that ends.
 */
final class WriterLock implements AutoCloseable {
    private static final String FILE = "writer.lock";

    /**
     * What this process holds. Such a lock belongs to the process: if a second attempt here opened and closed the file, that alone would
     * release the first one's lock. So the second attempt must know without touching the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final FileChannel channel;

    private WriterLock(final Path key, final FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /** Throws {@link JournalException} at once if another holds it. */
    static WriterLock take(final Path stream) throws IOException {
        final Path key = stream.toRealPath();
        if (!HELD.add(key)) {
            throw new JournalException(stream + " is already being written by this process (pid " + ProcessHandle.current().pid()
                    + "): close that writer first");
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(stream.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = channel.tryLock() != null;
            if (!locked) {
                throw new JournalException(stream + " is already being written by " + holder(stream) + ": stop it or use another directory");
            }
            return new WriterLock(key, channel);
        } catch (final AccessDeniedException e) {
            throw new JournalException(stream.resolve(FILE) + " may not be written by this user: run as its owner, or give it to this user", e);
        } finally {
            if (!locked) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(key);
            }
        }
    }

    /** Whether this process writes the stream. */
    static boolean heldHere(final Path stream) throws IOException {
        return HELD.contains(stream.toRealPath());
    }

    private static String holder(final Path stream) {
        try {
            return RunDirectory.list(stream).reversed().stream().findFirst().flatMap(run -> RunStart.find(run.path()))
                    .flatMap(RunStart::liveWriter).map(process -> "process " + process.pid()).orElse("another process");
        } catch (final JournalException e) {
            return "another process";
        }
    }

    /** Idempotent. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (final IOException e) {
            throw new JournalException("the lock of " + key + " can't be released: " + e, e);
        } finally {
            HELD.remove(key);
        }
    }
}
