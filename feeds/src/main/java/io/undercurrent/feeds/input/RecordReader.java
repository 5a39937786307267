package io.undercurrent.feeds.input;

import java.nio.file.Path;

/**
 * The records of several files, one file after another, in one reused buffer: after {@link #next} a record stands in {@link #buffer} at
 * {@link #offset}, {@link #length} bytes long, until the next call. One thread creates, reads and closes it.
 */
public interface RecordReader extends AutoCloseable {
    /** What {@link #next} found. */
    enum Found {
        /** A file, or another entry of a zip, begins: {@link RecordReader#name} and {@link RecordReader#path} have changed. */
        SOURCE,
        RECORD,
        /** A record above the limit: {@link RecordReader#length} is its whole length, only its first bytes are in the buffer. */
        TOO_LONG,
        /** Bytes in which no record can be found, up to the next record; as above. */
        UNFRAMED,
        /** The data stop in the middle of a record, or of their packing; the buffer holds what was left. */
        TRUNCATED,
        /** The packed data are damaged here; as above. */
        CORRUPT,
        END
    }

    /** Moves on. After {@link Found#END} it stays there. */
    Found next();

    byte[] buffer();

    int offset();

    int length();

    /** Whether the record is known to be whole: what ends it was seen. */
    boolean terminated();

    /** Of the current record in its file or entry, from 1. */
    long recordNumber();

    /** Name of the file without {@code .gz}, or of the zip's entry; only after {@link Found#SOURCE}. */
    String name();

    /** The file that is being read; only after {@link Found#SOURCE}. */
    Path path();

    /** Bytes used of the files as they lie on disk. */
    long bytesRead();

    long bytesTotal();

    @Override
    void close();
}
