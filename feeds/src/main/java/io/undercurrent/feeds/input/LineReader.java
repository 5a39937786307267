package io.undercurrent.feeds.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The lines of several files, one file after another, in one reused buffer: after {@link #next} a line stands in {@link #buffer} at
 * {@link #offset}, {@link #length} bytes without its {@code LF} or {@code CRLF}, until the next call. Any byte may occur in a line.
 * Allocates nothing while lines are read, except for the longest line so far; a new file costs its streams. One thread.
 */
public final class LineReader implements AutoCloseable {
    /** What {@link #next} found. */
    public enum Found {
        /** A file, or another entry of a zip, begins: {@link LineReader#name} and {@link LineReader#path} have changed. */
        SOURCE,
        LINE,
        /** A line above the limit: {@link LineReader#length} is its whole length, only its first bytes are in the buffer. */
        TOO_LONG,
        /** The packed data stop here; the buffer holds the part of a line that was left. */
        TRUNCATED,
        /** The packed data are damaged here; as above. */
        CORRUPT,
        END
    }

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

    private final List<Path> files;
    private final int maxLineBytes;
    private final long bytesTotal;
    /** Grows to a line of the limit and a read behind it. */
    private byte[] buffer;

    private int nextFile;
    private Optional<SourceFile> open = Optional.empty();
    private long bytesOfClosed;
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
        this.files = List.copyOf(files);
        this.maxLineBytes = maxLineBytes;
        buffer = new byte[Math.min(maxLineBytes, READ_BYTES) + READ_BYTES];
        long total = 0;
        for (final Path file : files) {
            total += SourceFile.size(file);
        }
        bytesTotal = total;
    }

    /** Moves on. After {@link Found#END} it stays there. */
    public Found next() {
        while (true) {
            if (pending != CONTINUE) {
                final Found found = afterFile();
                if (found != Found.LINE) {
                    return found;
                }
            }
            if (open.isEmpty()) {
                if (nextFile == files.size()) {
                    return Found.END;
                }
                open = Optional.of(new SourceFile(files.get(nextFile++)));
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
            final int count = open.get().read(buffer, limit, Math.min(READ_BYTES, buffer.length - limit));
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

    /** Handles how a file or entry ended. {@link Found#LINE}: go on. */
    private Found afterFile() {
        final int how = pending;
        pending = CONTINUE;
        if (how == SourceFile.NEXT_ENTRY) {
            lineNumber = 0;
            return Found.SOURCE;
        }
        bytesOfClosed += open.get().rawBytes();
        open.get().close();
        open = Optional.empty();
        if (how == SourceFile.END) {
            return Found.LINE;
        }
        line(limit, false);
        return how == SourceFile.TRUNCATED ? Found.TRUNCATED : Found.CORRUPT;
    }

    /** The line that ends before {@code end} becomes the current one. */
    private Found line(final int end, final boolean hasLineFeed) {
        terminated = hasLineFeed;
        lineNumber++;
        offset = start;
        final int bytes = end > start && buffer[end - 1] == '\r' ? end - start - 1 : end - start;
        final boolean tooLong = skipping || bytes > maxLineBytes;
        length = (int) Math.min(Integer.MAX_VALUE, bytes + skipped);
        start = hasLineFeed ? end + 1 : end;
        scan = start;
        skipping = false;
        skipped = 0;
        if (start == limit) {
            start = 0;
            scan = 0;
            limit = 0;
        }
        return tooLong ? Found.TOO_LONG : Found.LINE;
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

    public byte[] buffer() {
        return buffer;
    }

    public int offset() {
        return offset;
    }

    public int length() {
        return length;
    }

    /** Whether a line feed stood behind the line; the last line of a file may lack it. */
    public boolean terminated() {
        return terminated;
    }

    /** Of the current line in its file or entry, from 1. */
    public long lineNumber() {
        return lineNumber;
    }

    /** Name of the file without {@code .gz}, or of the zip's entry; only after {@link Found#SOURCE}. */
    public String name() {
        return open.map(SourceFile::name).orElse("");
    }

    /** The file that is being read; only after {@link Found#SOURCE}. */
    public Path path() {
        return files.get(Math.max(0, nextFile - 1));
    }

    /** Bytes used of the files as they lie on disk. */
    public long bytesRead() {
        return bytesOfClosed + (open.isPresent() ? open.get().rawBytes() : 0);
    }

    public long bytesTotal() {
        return bytesTotal;
    }

    @Override
    public void close() {
        if (open.isPresent()) {
            bytesOfClosed += open.get().rawBytes();
            open.get().close();
            open = Optional.empty();
        }
        nextFile = files.size();
    }
}
