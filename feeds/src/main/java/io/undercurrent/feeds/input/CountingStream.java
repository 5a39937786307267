package io.undercurrent.feeds.input;

import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that a file gave, before they are unpacked. */
final class CountingStream extends InputStream {
    private final InputStream in;
    private long bytes;

    CountingStream(final InputStream in) {
        this.in = in;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        final int value = in.read();
        if (value >= 0) {
            bytes++;
        }
        return value;
    }

    @Override
    public int read(final byte[] buffer, final int offset, final int length) throws IOException {
        final int count = in.read(buffer, offset, length);
        if (count > 0) {
            bytes += count;
        }
        return count;
    }

    // GZIPInputStream asks this to see whether another member follows
    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
