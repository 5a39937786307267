package io.undercurrent.feeds.input;

import java.nio.file.Path;
import java.util.List;

/**
 * Binary messages, each behind its length in two bytes (big endian). Where one does not fit its type, the next two in a row that do are
 * looked for: if they begin where its length says, it is given as a record, for the decoder to refuse; else the length is wrong too, and
 * everything up to them is {@link RecordReader.Found#UNFRAMED}. A length of zero at the end of a file ends it. Allocates nothing while
 * messages are read.
 */
public final class MessageReader implements RecordReader {
    /** What the messages of a format look like. */
    public interface Layout {
        /** Bytes of a message of the type, at most 64; 0: there is no such type. */
        int lengthOf(byte type);
    }

    private static final int LENGTH_BYTES = 2;
    /** Length and type. */
    private static final int HEAD_BYTES = LENGTH_BYTES + 1;
    private static final int MAX_LENGTH = 0xFFFF;
    private static final int NEEDED_BYTES = LENGTH_BYTES + MAX_LENGTH + HEAD_BYTES;
    private static final int READ_BYTES = 1 << 16;
    /** More than a known message and the head of the next. */
    private static final int LOOK_BYTES = 128;
    /** What is kept of bytes without a frame. */
    private static final int KEPT_BYTES = 256;
    private static final int CONTINUE = 0;

    private final SourceFiles files;
    private final Layout layout;
    private final byte[] buffer = new byte[2 * NEEDED_BYTES + READ_BYTES];
    private final byte[] kept = new byte[KEPT_BYTES];

    private byte[] shown = buffer;
    private int start;
    private int limit;
    /** {@link #CONTINUE}, or how the file or entry ends behind what is in the buffer. */
    private int ended;
    private int offset;
    private int length;
    private long messageNumber;

    /**
     * Opens nothing yet.
     *
     * @throws io.undercurrent.engine.feed.FeedException a file is missing
     */
    public MessageReader(final List<Path> files, final Layout layout) {
        this.files = new SourceFiles(files);
        this.layout = layout;
    }

    @Override
    public Found next() {
        while (true) {
            if (!files.isOpen()) {
                if (!files.openNext()) {
                    return Found.END;
                }
                return begin();
            }
            fill();
            if (start == limit) {
                final Found found = afterSource();
                if (found != Found.RECORD) {
                    return found;
                }
                continue;
            }
            if (isEndMark()) {
                start = limit;
                continue;
            }
            return isWhole() ? message() : unframed();
        }
    }

    private Found begin() {
        messageNumber = 0;
        ended = CONTINUE;
        return Found.SOURCE;
    }

    /** Until the longest message and the head behind it are in the buffer, or all that is left. */
    private void fill() {
        while (ended == CONTINUE && limit - start < NEEDED_BYTES) {
            if (buffer.length - limit < READ_BYTES) {
                System.arraycopy(buffer, start, buffer, 0, limit - start);
                limit -= start;
                start = 0;
            }
            final int count = files.read(buffer, limit, READ_BYTES);
            if (count > 0) {
                limit += count;
            } else {
                ended = count;
            }
        }
    }

    /** Nothing of the file or entry is left. {@link Found#RECORD}: go on. */
    private Found afterSource() {
        final int how = ended;
        if (how == SourceFile.NEXT_ENTRY) {
            return begin();
        }
        files.closeCurrent();
        if (how == SourceFile.END) {
            return Found.RECORD;
        }
        show(buffer, start, 0);
        return how == SourceFile.TRUNCATED ? Found.TRUNCATED : Found.CORRUPT;
    }

    private boolean isEndMark() {
        return ended != CONTINUE && limit - start == LENGTH_BYTES && lengthAt(start) == 0;
    }

    /** Whether a message stands next that fits its type. */
    private boolean isWhole() {
        return isHead(start) && start + LENGTH_BYTES + lengthAt(start) <= limit;
    }

    /** A head, or the end of the data. */
    private boolean isFollowed(final int end) {
        return isHead(end) || (ended != CONTINUE && (end == limit || (limit - end == LENGTH_BYTES && lengthAt(end) == 0)));
    }

    private boolean isHead(final int at) {
        return limit - at >= HEAD_BYTES && lengthAt(at) > 0 && layout.lengthOf(buffer[at + LENGTH_BYTES]) == lengthAt(at);
    }

    private int lengthAt(final int at) {
        return (buffer[at] & 0xFF) << 8 | (buffer[at + 1] & 0xFF);
    }

    private Found message() {
        final int bytes = lengthAt(start);
        show(buffer, start + LENGTH_BYTES, bytes);
        start += LENGTH_BYTES + bytes;
        return Found.RECORD;
    }

    private void show(final byte[] source, final int at, final long bytes) {
        shown = source;
        offset = at;
        length = (int) Math.min(Integer.MAX_VALUE, bytes);
        messageNumber++;
    }

    /** Goes on to the next two messages in a row, or to the end; if it is where the length says, only the message is bad, not the frame. */
    private Found unframed() {
        long lost = 0;
        int from = start + 1;
        while (true) {
            final int frame = frame(from);
            final int end = frame >= 0 ? frame : limit;
            if (frame >= 0 || ended != CONTINUE) {
                if (lost == 0 && end - start > LENGTH_BYTES && start + LENGTH_BYTES + lengthAt(start) == end) {
                    return message();
                }
                lost = lose(lost, end);
                show(kept, 0, lost);
                return frame >= 0 ? Found.UNFRAMED : endedInside();
            }
            lost = lose(lost, limit - LOOK_BYTES);
            fill();
            from = start;
        }
    }

    private long lose(final long lost, final int end) {
        if (lost < KEPT_BYTES) {
            System.arraycopy(buffer, start, kept, (int) lost, (int) Math.min(KEPT_BYTES - lost, end - start));
        }
        final long sum = lost + end - start;
        start = end;
        return sum;
    }

    /** Where the next two messages in a row begin; -1: not in the buffer. */
    private int frame(final int from) {
        for (int at = from; at <= limit - HEAD_BYTES; at++) {
            if (isHead(at)) {
                final int end = at + LENGTH_BYTES + lengthAt(at);
                if (end <= limit && isFollowed(end)) {
                    return at;
                }
            }
        }
        return -1;
    }

    private Found endedInside() {
        final boolean corrupt = ended == SourceFile.CORRUPT;
        if (ended != SourceFile.NEXT_ENTRY) {
            // said once is enough
            ended = SourceFile.END;
        }
        return corrupt ? Found.CORRUPT : Found.TRUNCATED;
    }

    @Override
    public byte[] buffer() {
        return shown;
    }

    @Override
    public int offset() {
        return offset;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public boolean terminated() {
        return true;
    }

    @Override
    public long recordNumber() {
        return messageNumber;
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
