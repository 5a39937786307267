package io.undercurrent.journal;

import io.undercurrent.codec.Events;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * Finds excerpts in the raw bytes of a segment file, whatever Chronicle's headers and tables say: at every multiple of 4 it looks for an
 * excerpt's magic and, behind it, an excerpt that is valid. Reads the file once, from start to end, without its holes: a killed writer
 * leaves a segment as long as it might have become. One thread.
 */
final class ExcerptScan implements AutoCloseable {
    private static final int WINDOW = 1 << 20;
    private static final int ALIGNMENT = 4;

    private final ByteBuffer window = ByteBuffer.allocateDirect(WINDOW).order(ByteOrder.LITTLE_ENDIAN);
    private final Excerpt excerpt = new Excerpt(window);
    private final Path file;
    private final FileChannel channel;
    private final boolean seedKnown;
    private long position;
    private long windowStart;
    private int windowLength;
    private long found;

    /**
     * @param from a multiple of 4
     * @param seed of the run; if it isn't known, an excerpt is valid whose events continue its first sequence and fill its length
     */
    ExcerptScan(final Path file, final long from, final OptionalLong seed) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        position = from;
        windowStart = from;
        seedKnown = seed.isPresent();
        excerpt.seed(seed.orElse(0));
    }

    /** Goes to the next valid excerpt; false: there is none up to the end of the file. */
    boolean next() throws IOException {
        while (inData() && inWindow(Excerpt.HEADER_LENGTH)) {
            int at = (int) (position - windowStart);
            final int end = windowLength - Excerpt.HEADER_LENGTH;
            while (at <= end && window.getInt(at) != Excerpt.MAGIC) {
                at += ALIGNMENT;
            }
            position = windowStart + at;
            if (at <= end) {
                if (isExcerpt(at)) {
                    found = position;
                    position += (length() + ALIGNMENT - 1) & -ALIGNMENT;
                    return true;
                }
                position += ALIGNMENT;
            }
        }
        return false;
    }

    /** Steps over a hole; false: there is nothing more. */
    private boolean inData() throws IOException {
        if (position + Excerpt.HEADER_LENGTH > windowStart + windowLength) {
            position = Math.max(position, SystemDisk.INSTANCE.nextData(file, position) & -ALIGNMENT);
        }
        return position < channel.size();
    }

    private boolean isExcerpt(final int candidate) throws IOException {
        excerpt.at(candidate);
        final int payload = excerpt.payloadLength();
        if (payload < 0 || payload > Excerpt.MAX_PAYLOAD_LENGTH || !inWindow(Excerpt.HEADER_LENGTH + payload)) {
            return false;
        }
        final int at = (int) (position - windowStart);
        excerpt.at(at);
        final long head = window.getLong(at);
        final boolean valid = seedKnown ? excerpt.isValid(length()) : holdsItsEvents();
        // the checksum is computed over other bytes in the head's place, and another excerpt may begin inside it
        window.putLong(at, head);
        return valid;
    }

    private boolean holdsItsEvents() {
        int at = 0;
        int events = 0;
        while (at + Events.MIN_LENGTH <= excerpt.payloadLength()) {
            final int event = excerpt.payloadOffset() + at;
            if (Events.sequence(excerpt.buffer(), event) != excerpt.firstSequence() + events) {
                return false;
            }
            at += Events.length(excerpt.buffer(), event);
            events++;
        }
        return at == excerpt.payloadLength() && events == excerpt.count();
    }

    /** Of the excerpt found, in the file. */
    long position() {
        return found;
    }

    /** Of the excerpt found. */
    int length() {
        return Excerpt.HEADER_LENGTH + excerpt.payloadLength();
    }

    /** The one found, until the next call of {@link #next}. */
    Excerpt excerpt() {
        return excerpt;
    }

    /** Whether the file has so many bytes at the position; they are in the window then. */
    private boolean inWindow(final int bytes) throws IOException {
        if (position + bytes > windowStart + windowLength) {
            windowStart = position;
            windowLength = 0;
            window.clear();
            int read;
            do {
                read = channel.read(window, windowStart + windowLength);
                windowLength += Math.max(0, read);
            } while (read > 0);
        }
        return position + bytes <= windowStart + windowLength;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
