package io.undercurrent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The room ahead of a run's writer: reserved on the disk, so that writing to the mapped files can't fail, and its pages touched, so that
 * writing doesn't wait for them. Spans the present segment and the next, whose file is made before it is needed.
 *
 * <p>The writer's thread asks for room and says where it is; the keeper's thread calls {@link #work} to stay ahead. What the keeper has
 * not done in time the writer does itself.
 */
final class Runway {
    /** Behind an excerpt Chronicle may write an index table, an end mark, padding. */
    private static final long MARGIN = 64 << 10;
    private static final long RESERVE_STEP = 4 << 20;
    private static final long TOUCH_STEP = 256 << 10;
    private static final long PAGE = 4 << 10;
    private static final long LEAST_ROOM = 1 << 20;
    private static final String METADATA = "metadata.cq4t";
    private static final long METADATA_BYTES = 128 << 10;
    /** After a refusal the keeper lets so many calls pass before it tries again. */
    private static final int PATIENCE = 100;

    private final Disk disk;
    private final RunDirectory run;
    private final long aheadBytes;
    private final long capacity;
    private final long segmentBytes;

    private volatile int segment;
    private volatile long position;
    private volatile long address;
    private volatile long limit;
    private volatile long waits;

    private long nextReserved;
    private long touched;
    private int patience;

    /** For a run prepared with the same options. */
    Runway(final RunDirectory run, final JournalOptions options, final Disk disk) {
        this.run = run;
        this.disk = disk;
        aheadBytes = options.aheadBytes();
        segmentBytes = options.segmentBytes();
        capacity = capacity(options);
        limit = aheadBytes == 0 ? Long.MAX_VALUE : atOnce(options);
    }

    /** The most that a segment's file can come to hold. */
    static long capacity(final JournalOptions options) {
        return align(options.segmentBytes() + Excerpt.MAX_LENGTH + 2 * MARGIN, MARGIN);
    }

    private static long atOnce(final JournalOptions options) {
        return Math.min(capacity(options), Math.max(options.aheadBytes(), LEAST_ROOM));
    }

    /** Makes and reserves what a run writes at its very start. */
    static void prepare(final RunDirectory draft, final JournalOptions options, final Disk disk) throws IOException {
        if (options.aheadBytes() == 0) {
            return;
        }
        if (!reserve(disk, draft.path().resolve(Acknowledged.FILE), 0, PAGE)
                || !reserve(disk, draft.path().resolve(METADATA), 0, METADATA_BYTES)
                || !reserve(disk, draft.preparedSegment(0), 0, atOnce(options))) {
            throw new JournalFullException(draft.path().getParent() + " has no room for a new run, which takes " + atOnce(options)
                    + " bytes to begin: make room on its disk");
        }
    }

    private static boolean reserve(final Disk disk, final Path file, final long from, final long to) throws IOException {
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

    /** The writer's: whether an excerpt of this length can be written into the present segment. */
    boolean hasRoom(final int length) {
        return position + length + MARGIN <= limit || makeRoom(length);
    }

    private synchronized boolean makeRoom(final int length) {
        waits++;
        final long needed = position + length + MARGIN;
        return needed <= limit || extend(Math.min(capacity, needed + RESERVE_STEP)) || extend(needed);
    }

    private boolean extend(final long to) {
        try {
            if (!disk.reserve(run.segment(segment), limit, to)) {
                return false;
            }
            limit = to;
            return true;
        } catch (final IOException e) {
            throw new JournalException(run.segment(segment) + " can't be reserved: " + e.getMessage(), e);
        }
    }

    /** The writer's: whether the next segment can be begun. */
    synchronized boolean hasNext() {
        return aheadBytes == 0 || nextReserved >= LEAST_ROOM || nextReserved >= capacity || extendNext(Math.min(capacity, LEAST_ROOM));
    }

    private boolean extendNext(final long to) {
        try {
            if (!reserve(disk, run.preparedSegment(segment + 1), nextReserved, to)) {
                return false;
            }
            nextReserved = to;
            return true;
        } catch (final IOException e) {
            throw new JournalException(run.preparedSegment(segment + 1) + " can't be reserved: " + e.getMessage(), e);
        }
    }

    /** The writer's, before Chronicle leaves the present segment; {@link #hasNext} has said yes. */
    synchronized void roll() {
        address = 0;
        touched = 0;
        position = 0;
        limit = aheadBytes == 0 ? Long.MAX_VALUE : nextReserved;
        nextReserved = 0;
        segment++;
    }

    /** The writer's, after each append. */
    void moved(final long newPosition) {
        position = newPosition;
    }

    /** 0: it isn't, at the moment. */
    long address() {
        return address;
    }

    /** Whether the segment is the present one and mapped there, and was at any earlier time at which this was so. */
    boolean isMapped(final int number, final long at) {
        return at != 0 && segment == number && address == at;
    }

    /** The writer's: where the present segment is mapped. */
    void mapped(final long newAddress) {
        disk.keepPagesApart(newAddress, capacity);
        address = newAddress;
    }

    /** In the present segment. */
    long position() {
        return position;
    }

    boolean isSegmentFull() {
        return position >= segmentBytes;
    }

    int segment() {
        return segment;
    }

    /** Written so far, about. */
    long bytes() {
        return segment * segmentBytes + position;
    }

    /** How often the writer had to wait for room to be reserved. */
    long waits() {
        return waits;
    }

    /**
     * The keeper's: a little at a time, since the writer may wait for it.
     *
     * @return whether there is more to do
     */
    synchronized boolean work() {
        if (aheadBytes == 0 || address == 0) {
            return false;
        }
        final long wanted = Math.min(capacity, position + aheadBytes);
        if (patience > 0) {
            patience--;
        } else if (limit < wanted) {
            return tried(extend(Math.min(capacity, wanted + RESERVE_STEP)));
        } else if (nextReserved < Math.min(capacity, position + aheadBytes - segmentBytes)) {
            return tried(extendNext(Math.min(capacity, nextReserved + RESERVE_STEP)));
        }
        return touch(Math.min(wanted, limit));
    }

    private boolean tried(final boolean successful) {
        patience = successful ? 0 : PATIENCE;
        return successful;
    }

    private boolean touch(final long wanted) {
        touched = Math.max(touched, align(position, PAGE));
        final long bytes = Math.min(wanted - touched, TOUCH_STEP) & -PAGE;
        if (bytes <= 0) {
            return false;
        }
        disk.touch(address + touched, bytes);
        touched += bytes;
        return touched < wanted;
    }

    /** Before the files are closed. */
    synchronized void close() {
        address = 0;
    }

    /** Gives back what was reserved and not used, after the files were closed. */
    void giveBack() throws IOException {
        Files.deleteIfExists(run.preparedSegment(segment + 1));
        try (FileChannel file = FileChannel.open(run.segment(segment), StandardOpenOption.WRITE)) {
            // a reader that maps the file may look at the word behind the last excerpt
            file.truncate(align(position, PAGE) + PAGE);
        }
    }

    private static long align(final long value, final long to) {
        return (value + to - 1) / to * to;
    }
}
