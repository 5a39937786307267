package io.undercurrent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads the documents of one Chronicle Queue file, read-only and within the file's bounds, whatever its bytes say: a Chronicle tailer on
 * a damaged or truncated file may extend it, wait for a lock or touch pages behind its end. Each document has a 4-byte header (bit 31: not
 * complete, bit 30: metadata, else its length), stands at a multiple of 4, and a header with both bits and length 0 ends the file.
 * Excerpts are copied into a window before anybody looks at them. One thread; allocates nothing between {@link #open} calls.
 */
final class SegmentReader implements AutoCloseable {
    static final int DAMAGED = -1;
    static final int NOTHING = 0;
    static final int EXCERPT = 1;
    static final int END = 2;

    private static final int NOT_COMPLETE = 1 << 31;
    private static final int METADATA = 1 << 30;
    private static final int LENGTH = METADATA - 1;
    private static final int END_OF_FILE = NOT_COMPLETE | METADATA;
    private static final int HEADER_LENGTH = 4;
    private static final int MIN_CHUNK = 4 << 10;
    private static final int MAX_CHUNK = 256 << 10;

    private final ByteBuffer window = ByteBuffer.allocateDirect(MAX_CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer probe = ByteBuffer.allocateDirect(HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private FileChannel channel;
    private long position;
    private long windowStart;
    private int windowLength;
    private int chunk = MIN_CHUNK;
    private int length;
    private String damage = "";

    /** The memory that excerpts are copied to, the same for the life of this reader. */
    ByteBuffer window() {
        return window;
    }

    void open(final Path file) throws IOException {
        close();
        channel = FileChannel.open(file, StandardOpenOption.READ);
        position = 0;
        windowLength = 0;
    }

    boolean isOpen() {
        return channel != null;
    }

    /**
     * Goes to the next excerpt that is complete and copies it into the window, if it isn't there; stays until {@link #advance}.
     *
     * @return {@link #EXCERPT}, {@link #NOTHING} so far, {@link #END} of this file, or {@link #DAMAGED}
     */
    int next() throws IOException {
        while (true) {
            final int header = header();
            if (header == END_OF_FILE) {
                return END;
            }
            if (header == 0 || (header & NOT_COMPLETE) != 0) {
                return NOTHING;
            }
            length = header & LENGTH;
            if ((header & METADATA) == 0) {
                return excerpt();
            }
            if (position + HEADER_LENGTH + length > channel.size()) {
                return damaged("metadata longer than the file");
            }
            advance();
        }
    }

    private int excerpt() throws IOException {
        if (length < Excerpt.HEADER_LENGTH || length > Excerpt.MAX_LENGTH) {
            return damaged("an excerpt of " + length + " bytes");
        }
        if (!inWindow(HEADER_LENGTH + length)) {
            fill(HEADER_LENGTH + length);
            if (!inWindow(HEADER_LENGTH + length)) {
                return damaged("the file ends inside an excerpt");
            }
        }
        return EXCERPT;
    }

    /** Goes to the excerpt whose document starts there, whatever that document's header says, and copies it into the window. */
    int at(final long documentPosition, final int excerptLength) throws IOException {
        position = documentPosition;
        length = excerptLength;
        return excerpt();
    }

    /** Stands before the document that starts there. */
    void at(final long documentPosition) {
        position = documentPosition;
        windowLength = 0;
    }

    /** Copies the present excerpt again. */
    int reload() throws IOException {
        windowLength = 0;
        return excerpt();
    }

    /** Leaves the document behind. */
    void advance() {
        position = (position + HEADER_LENGTH + length + 3) & ~3L;
    }

    /** Of the present excerpt in the window. */
    int offset() {
        return (int) (position - windowStart) + HEADER_LENGTH;
    }

    /** Of the present excerpt. */
    int length() {
        return length;
    }

    /** In the file, of the present document. */
    long position() {
        return position;
    }

    String damage() {
        return damage;
    }

    private int damaged(final String what) {
        damage = what;
        return DAMAGED;
    }

    private int header() throws IOException {
        if (inWindow(HEADER_LENGTH)) {
            final int header = window.getInt((int) (position - windowStart));
            if (header > 0) {
                return header;
            }
        }
        // What was not there when the window was read may be there now. Only the header is asked for: the rest would be zeros.
        if (channel.read(probe.clear(), position) < HEADER_LENGTH) {
            return 0;
        }
        final int header = probe.getInt(0);
        if (header > 0) {
            windowLength = 0;
        } else {
            chunk = MIN_CHUNK;
        }
        return header;
    }

    private boolean inWindow(final int bytes) {
        return position >= windowStart && position + bytes <= windowStart + windowLength;
    }

    private void fill(final int atLeast) throws IOException {
        windowStart = position;
        windowLength = 0;
        final int wanted = Math.max(chunk, atLeast);
        window.clear().limit(wanted);
        while (windowLength < atLeast) {
            final int read = channel.read(window, windowStart + windowLength);
            if (read <= 0) {
                break;
            }
            windowLength += read;
        }
        chunk = Math.min(MAX_CHUNK, chunk * 2);
    }

    /** Idempotent; {@link #open} may follow. */
    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
