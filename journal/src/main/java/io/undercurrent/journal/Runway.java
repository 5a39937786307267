package io.undercurrent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
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
    private static final long STEP = 256 << 10;
    private static final long PAGE = 4 << 10;
    private static final long LEAST_ROOM = 1 << 20;
    private static final String METADATA = "metadata.cq4t";
    private static final long METADATA_BYTES = 128 << 10;
    /** After a refusal the keeper lets so many calls pass before it tries again. */
    private static final int PATIENCE = 100;

    private final Disk disk;
    private final RunDirectory run;
    private final JournalOptions options;
    private final long aheadBytes;
    private final long capacity;
    private final long segmentBytes;

    private volatile int segment;
    private volatile long position;
    private volatile long address;
    private volatile SegmentRoom present;

    private SegmentRoom next;
    private long touched;
    private int patience;

    /** For a run prepared with the same options. */
    Runway(final RunDirectory run, final JournalOptions options, final Disk disk) {
        this.run = run;
        this.options = options;
        this.disk = disk;
        aheadBytes = options.aheadBytes();
        segmentBytes = options.segmentBytes();
        capacity = capacity(options);
        present = aheadBytes == 0 ? unlimited(0) : new SegmentRoom(disk, run.segment(0), options, atOnce(options), first(capacity));
        next = SegmentRoom.none(disk, run.preparedSegment(1), options);
    }

    private SegmentRoom unlimited(final int number) {
        return new SegmentRoom(disk, run.segment(number), options, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** The most that a segment's file can come to hold. */
    static long capacity(final JournalOptions options) {
        return align(options.segmentBytes() + Excerpt.MAX_LENGTH + 2 * MARGIN, MARGIN);
    }

    private static long atOnce(final JournalOptions options) {
        return Math.min(capacity(options), Math.max(options.aheadBytes(), LEAST_ROOM));
    }

    /** What a segment has for certain when it is begun. */
    private static long first(final long capacity) {
        return Math.min(capacity, LEAST_ROOM);
    }

    /** Makes and reserves what a run writes at its very start. */
    static void prepare(final RunDirectory draft, final JournalOptions options, final Disk disk) throws IOException {
        if (options.aheadBytes() == 0) {
            return;
        }
        final SegmentRoom room = SegmentRoom.none(disk, draft.preparedSegment(0), options);
        if (!SegmentRoom.reserve(disk, draft.path().resolve(Acknowledged.FILE), 0, PAGE)
                || !SegmentRoom.reserve(disk, draft.path().resolve(METADATA), 0, METADATA_BYTES)
                || !room.reserveExactly(atOnce(options)) || !room.extend(first(capacity(options)))) {
            throw new JournalFullException(draft.path().getParent() + " has no room for a new run, which takes " + atOnce(options)
                    + " bytes to begin: make room on its disk");
        }
    }

    /** The writer's: whether an excerpt of this length can be written into the present segment. */
    boolean hasRoom(final int length) {
        return position + length + MARGIN <= present.limit() || makeRoom(length);
    }

    private synchronized boolean makeRoom(final int length) {
        final long needed = position + length + MARGIN;
        return needed <= present.limit() || present.extend(needed);
    }

    /** The writer's: whether the next segment can be begun. */
    synchronized boolean hasNext() {
        return aheadBytes == 0 || next.limit() >= first(capacity) || next.extend(first(capacity));
    }

    /** The writer's, before Chronicle leaves the present segment; {@link #hasNext} has said yes. */
    synchronized void roll() {
        address = 0;
        touched = 0;
        position = 0;
        segment++;
        present = aheadBytes == 0 ? unlimited(segment) : next.renamed(run.segment(segment));
        next = SegmentRoom.none(disk, run.preparedSegment(segment + 1), options);
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
        if (touch(Math.min(wanted, present.limit()))) {
            return true;
        }
        if (patience > 0) {
            patience--;
            return false;
        }
        if (present.limit() < wanted) {
            return tried(present.extend(Math.min(wanted, present.limit() + STEP)));
        }
        final long wantedOfNext = Math.min(capacity, position + aheadBytes - segmentBytes);
        return next.reserved() < wantedOfNext && tried(next.reserve(wantedOfNext) && next.extend(first(capacity)));
    }

    private boolean tried(final boolean successful) {
        patience = successful ? 0 : PATIENCE;
        return successful;
    }

    private boolean touch(final long to) {
        touched = Math.max(touched, align(position, PAGE));
        final long bytes = Math.min(to - touched, STEP) & -PAGE;
        if (bytes <= 0) {
            return false;
        }
        disk.touch(address + touched, bytes);
        touched += bytes;
        return true;
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
