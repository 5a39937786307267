package io.undercurrent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The room that the file of one segment has: reserved on the disk and, up to its limit, filled with zeros. The writer stays below the limit.
 * One thread at a time changes it; any thread may ask for the limit.
 */
final class SegmentRoom {
    /** How many bytes in a row the system keeps together; a force writes all of them if one has changed. */
    static final int PIECE_IF_FORCED = 16 << 10;

    private static final int PIECE = 256 << 10;
    private static final long RESERVE_STEP = 4 << 20;
    private static final long FILL_STEP = 256 << 10;

    private final Disk disk;
    private final Path file;
    private final JournalOptions options;
    private final long capacity;
    private long reserved;
    private volatile long limit;

    SegmentRoom(final Disk disk, final Path file, final JournalOptions options, final long reserved, final long limit) {
        this.disk = disk;
        this.file = file;
        this.options = options;
        this.capacity = Runway.capacity(options);
        this.reserved = reserved;
        this.limit = limit;
    }

    /** Of a file that nobody has begun yet; it is made with the first room that it gets. */
    static SegmentRoom none(final Disk disk, final Path file, final JournalOptions options) {
        return new SegmentRoom(disk, file, options, 0, 0);
    }

    /** The same room, after the file was renamed. */
    SegmentRoom renamed(final Path newFile) {
        return new SegmentRoom(disk, newFile, options, reserved, limit);
    }

    /** Where writing may go. */
    long limit() {
        return limit;
    }

    long reserved() {
        return reserved;
    }

    /** Reserves at least this much; false: there is no room for it. */
    boolean reserve(final long to) {
        final long far = Math.min(capacity, to + RESERVE_STEP);
        return to <= reserved || reserveExactly(far) || reserveExactly(to);
    }

    /** As {@link #reserve}, and no more. */
    boolean reserveExactly(final long to) {
        try {
            if (!reserve(disk, file, reserved, to)) {
                return false;
            }
            reserved = to;
            return true;
        } catch (final IOException e) {
            throw new JournalException(file + " can't be reserved: " + e.getMessage(), e);
        }
    }

    /** Raises the limit at least to there; false: there is no room. */
    boolean extend(final long to) {
        final long far = Math.min(capacity, (to + FILL_STEP - 1) / FILL_STEP * FILL_STEP);
        if (reserve(far)) {
            return fill(far);
        }
        return reserve(to) && fill(to);
    }

    /** Nobody writes there before the limit says so: from then on zeros would be written over events. */
    private boolean fill(final long to) {
        try {
            if (!disk.fill(file, limit, to, options.durability() == Durability.APPENDED ? PIECE : PIECE_IF_FORCED)) {
                return false;
            }
            limit = to;
            return true;
        } catch (final IOException e) {
            throw new JournalException(file + " can't be filled: " + e.getMessage(), e);
        }
    }

    /** Reserves room in a file, which is made if there is none; false: there is no room. */
    static boolean reserve(final Disk disk, final Path file, final long from, final long to) throws IOException {
        try {
            if (!Files.exists(file)) {
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
            }
        } catch (final IOException e) {
            if (SystemDisk.isFull(e)) {
                return false;
            }
            throw e;
        }
        return disk.reserve(file, from, to);
    }
}
