package io.undercurrent.feeds.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * The lines of several files, {@link #length} bytes each without their {@code LF} or {@code CRLF}. Any byte may occur in a line.
 * Allocates nothing while lines are read, except for the longest line so far; a new file costs its streams. One thread.
 */
public final class LineReader implements RecordReader {
    /** Enough for a line of every csv format. */
    public static final int CSV_LINE_BYTES = 1 << 14;

    private static final int READ_BYTES = 1 << 16;
    /** What is kept of an overlong line. */
    private static final int KEPT_BYTES = 256;
    private static final int CONTINUE = 0;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A_0A0A_0A0A_0A0AL;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private final SourceFiles files;
    private final int maxLineBytes;
    /** Grows to a line of the limit and a read behind it. */
    private byte[] buffer;

    private int pending;

    private int start;
    private int scan;
    private int limit;
    private boolean skipping;
    private long skipped;

    private int offset;
    private int length;
    private boolean terminated = true;
    private long lineNumber;

    /**
     * Opens nothing yet.
     *
     * @param maxLineBytes a longer line is {@link Found#TOO_LONG}; at least 256
     * @throws io.undercurrent.engine.feed.FeedException a file is missing
     */
    public LineReader(final List<Path> files, final int maxLineBytes) {
        if (maxLineBytes < KEPT_BYTES) {
            throw new IllegalArgumentException("maxLineBytes " + maxLineBytes + " is below " + KEPT_BYTES);
        }
        this.files = new SourceFiles(files);
        this.maxLineBytes = maxLineBytes;
        buffer = new byte[Math.min(maxLineBytes, READ_BYTES) + READ_BYTES];
    }

    @Override
    public Found next() {
        while (true) {
            if (pending != CONTINUE) {
                final Found found = afterFile();
                if (found != Found.RECORD) {
                    return found;
                }
            }
            if (!files.isOpen()) {
                if (!files.openNext()) {
                    return Found.END;
                }
                lineNumber = 0;
                return Found.SOURCE;
            }
            final int lineFeed = lineFeed();
            if (lineFeed >= 0) {
                return line(lineFeed, true);
            }
            if (limit - start > maxLineBytes + 1) {
                skip();
            }
            if (limit == buffer.length) {
                makeRoom();
            }
            final int count = files.read(buffer, limit, Math.min(READ_BYTES, buffer.length - limit));
            if (count > 0) {
                limit += count;
                continue;
            }
            pending = count;
            if (limit > start && (count == SourceFile.END || count == SourceFile.NEXT_ENTRY)) {
                return line(limit, false);
            }
        }
    }

    /** Handles how a file or entry ended. {@link Found#RECORD}: go on. */
    private Found afterFile() {
        final int how = pending;
        pending = CONTINUE;
        if (how == SourceFile.NEXT_ENTRY) {
            lineNumber = 0;
            return Found.SOURCE;
        }
        files.closeCurrent();
        if (how == SourceFile.END) {
            return Found.RECORD;
        }
        line(limit, false);
        return how == SourceFile.TRUNCATED ? Found.TRUNCATED : Found.CORRUPT;
    }

    /** The line that ends before {@code end} becomes the current one. */
    private Found line(final int end, final boolean hasRecordFeed) {
        terminated = hasRecordFeed;
        lineNumber++;
        offset = start;
        final int bytes = end > start && buffer[end - 1] == '\r' ? end - start - 1 : end - start;
        final boolean tooLong = skipping || bytes > maxLineBytes;
        length = (int) Math.min(Integer.MAX_VALUE, bytes + skipped);
        start = hasRecordFeed ? end + 1 : end;
        scan = start;
        skipping = false;
        skipped = 0;
        if (start == limit) {
            start = 0;
            scan = 0;
            limit = 0;
        }
        return tooLong ? Found.TOO_LONG : Found.RECORD;
    }

    private void makeRoom() {
        final byte[] target = start == 0 ? new byte[Math.min(2 * buffer.length, maxLineBytes + READ_BYTES)] : buffer;
        System.arraycopy(buffer, start, target, 0, limit - start);
        buffer = target;
        limit -= start;
        scan -= start;
        start = 0;
    }

    /** Drops the middle of an overlong line. */
    private void skip() {
        System.arraycopy(buffer, start, buffer, 0, KEPT_BYTES);
        skipped += limit - start - KEPT_BYTES;
        start = 0;
        limit = KEPT_BYTES;
        scan = KEPT_BYTES;
        skipping = true;
    }

    /** Index of the next line feed; -1: none in the buffer. Eight bytes at a time. */
    private int lineFeed() {
        int i = scan;
        for (; i + Long.BYTES <= limit; i += Long.BYTES) {
            final long matches = (long) LONGS.get(buffer, i) ^ LINE_FEEDS;
            final long zeros = (matches - LOW_BITS) & ~matches & HIGH_BITS;
            if (zeros != 0) {
                return i + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        scan = i;
        return -1;
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int offset() {
        return offset;
    }

    @Override
    public int length() {
        return length;
    }

    /** Whether a line feed stood behind the line; the last line of a file may lack it. */
    @Override
    public boolean terminated() {
        return terminated;
    }

    @Override
    public long recordNumber() {
        return lineNumber;
    }

    @Override
    public String name() {
        return files.name();
    }

    @Override
    public Path path() {
        return files.path();
    }

    @Override
    public long bytesRead() {
        return files.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return files.bytesTotal();
    }

    @Override
    public void close() {
        files.close();
    }
}
