package io.undercurrent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What a writer asks of the system beyond writing. Any thread. */
interface Disk {
    /** Returns when the file's data and metadata are on the disk. */
    void force(FileChannel file) throws IOException;

    /** As {@link #force(FileChannel)}, but only for these bytes where the file is mapped; can mean the whole file. */
    void force(FileChannel file, long address, long bytes) throws IOException;

    /**
     * Makes sure that writing these bytes of a file can't fail for want of room; what stands there stays, and the file's length too.
     *
     * @return whether there was room
     */
    boolean reserve(Path file, long from, long to) throws IOException;

    /**
     * Writes zeros into reserved room that nobody has written to, or may write to meanwhile. The file's length grows with it. The system then
     * keeps these pages together piece by piece, so that making them writable takes less time: a fifth for 256 KiB, less than half for 16 KiB.
     *
     * @return whether there was room
     */
    boolean fill(Path file, long from, long to, int pieceBytes) throws IOException;

    /**
     * Has the pages of a new mapping kept one by one, except those {@link #fill filled} before. Linux else keeps up to a megabyte as one, and
     * one changed byte then has all of it written by the next force and protected against the next write. Without effect where it can't.
     */
    void keepPagesApart(long address, long bytes);

    /** Makes the pages of a mapping present and writable, their content untouched. Without effect where it can't. */
    void touch(long address, long bytes);

    /**
     * Where the file's next bytes are from there on that are not in a hole, which reads as zeros and can be long; the file's end if there
     * are none, {@code from} where it can't be told.
     */
    long nextData(Path file, long from) throws IOException;

    /** Free for this process on the disk that holds the directory. */
    long freeBytes(Path directory) throws IOException;
}
