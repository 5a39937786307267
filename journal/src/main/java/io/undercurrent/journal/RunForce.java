package io.undercurrent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/**
 * Forces a run's files to the disk. A segment is forced whole when it is new, with its name in the directory, and when the writer is past
 * it; in between only what was appended since: the pages that were touched ahead would be written twice, and the writer would have to
 * wait for each of them again. One thread at a time.
 */
final class RunForce implements AutoCloseable {
    private static final long PAGE_MASK = -4096L;

    private final RunDirectory run;
    private final Disk disk;
    private FileChannel file;
    private int segment;
    private long forcedTo;

    RunForce(final RunDirectory run, final Disk disk) {
        this.run = run;
        this.disk = disk;
    }

    /**
     * Returns when all is on the disk that was written before the call. A failure is final: the system may have dropped what it couldn't
     * write.
     */
    void force(final int newestSegment) throws IOException {
        while (true) {
            final boolean isNew = file == null;
            if (isNew) {
                file = FileChannel.open(run.segment(segment), StandardOpenOption.WRITE);
            }
            disk.force(file);
            if (isNew) {
                Manifest.forceDirectory(run.path());
            }
            if (segment == newestSegment) {
                return;
            }
            close();
            segment++;
        }
    }

    /** The same, while its writer may go on. */
    void force(final int newestSegment, final Runway runway) throws IOException {
        final long address = runway.address();
        final long position = runway.position();
        if (file == null || segment != newestSegment || !runway.isMapped(segment, address) || !forceMapped(runway, address, position)) {
            force(newestSegment);
            forcedTo = 0;
        }
    }

    /** Forces what was appended to the present segment; false: it is no longer mapped there, and that may have been somebody else's memory. */
    private boolean forceMapped(final Runway runway, final long address, final long position) throws IOException {
        final long from = forcedTo & PAGE_MASK;
        try {
            disk.force(file, address + from, position - from);
        } catch (final IOException e) {
            if (runway.isMapped(segment, address)) {
                throw e;
            }
            // if it was more than that, the file's own force says so
            return false;
        }
        forcedTo = position;
        // the force has protected the page where the writer stands against writing, and those kept together with it
        disk.touch(address + (position & PAGE_MASK), SegmentRoom.PIECE_IF_FORCED);
        return runway.isMapped(segment, address);
    }

    /** Idempotent. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
