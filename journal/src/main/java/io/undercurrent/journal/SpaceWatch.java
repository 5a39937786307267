package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Watches the room that a stream has, and how fast it is used. The keeper's thread looks; any thread reads. */
final class SpaceWatch {
    private static final int LOOKS = 8;
    private static final double NS_PER_SECOND = 1e9;
    private static final double SECONDS_PER_MINUTE = 60;

    private final Path stream;
    private final JournalOptions options;
    private final Disk disk;
    private final LongSupplier written;
    private final long[] times = new long[LOOKS];
    private final long[] bytes = new long[LOOKS];
    private int looks;
    private volatile JournalSpace space;

    /** @param written bytes that the stream's writer has written so far; called by any thread */
    SpaceWatch(final Path stream, final JournalOptions options, final Disk disk, final LongSupplier written) {
        this.stream = stream;
        this.options = options;
        this.disk = disk;
        this.written = written;
        space = new JournalSpace(freeBytes(), 0, Double.POSITIVE_INFINITY, false);
    }

    JournalSpace space() {
        return space;
    }

    /** Whether a new run may begin. */
    boolean hasRoomForRun() {
        return freeBytes() >= options.minFreeBytes();
    }

    private long freeBytes() {
        try {
            return disk.freeBytes(stream);
        } catch (final IOException e) {
            throw new JournalException(stream + ": its disk doesn't say how much is free: " + e, e);
        }
    }

    synchronized void look(final long nowNs) {
        final long free;
        try {
            free = disk.freeBytes(stream);
        } catch (final IOException e) {
            // what is wrong with the disk is the writer's to find out; the thread that looks has other streams too
            return;
        }
        final long now = written.getAsLong();
        final int slot = looks % LOOKS;
        final int oldest = looks < LOOKS ? 0 : slot;
        final double seconds = looks == 0 ? 0 : (nowNs - times[oldest]) / NS_PER_SECOND;
        final double rate = seconds > 0 ? (now - bytes[oldest]) / seconds : 0;
        times[slot] = nowNs;
        bytes[slot] = now;
        looks++;
        final double minutes = rate > 0 ? free / rate / SECONDS_PER_MINUTE : Double.POSITIVE_INFINITY;
        space = new JournalSpace(free, rate, minutes, free < options.minFreeBytes() || minutes < options.minFreeMinutes());
    }
}
