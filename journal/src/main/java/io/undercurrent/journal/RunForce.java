package io.undercurrent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Forces a run's files to the disk: each segment until the writer is past it, and the directory when there is a new one. One thread at a time. */
final class RunForce implements AutoCloseable {
    private final RunDirectory run;
    private final Disk disk;
    private FileChannel file;
    private int segment;
    private boolean directoryIsForced;

    RunForce(final RunDirectory run, final Disk disk) {
        this.run = run;
        this.disk = disk;
    }

    /** Returns when all is on the disk that was written before the call. A failure is final: the system may have dropped what it couldn't write. */
    void force(final int newestSegment) throws IOException {
        while (true) {
            if (file == null) {
                file = FileChannel.open(run.segment(segment), StandardOpenOption.WRITE);
                directoryIsForced = false;
            }
            disk.force(file);
            if (!directoryIsForced) {
                Manifest.forceDirectory(run.path());
                directoryIsForced = true;
            }
            if (segment == newestSegment) {
                return;
            }
            close();
            segment++;
        }
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
