package io.undercurrent.feeds.input;

import io.undercurrent.engine.feed.FeedException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * One recorded file, unpacked while it is read. Whether it is gzip, zip or plain is told by its first bytes, never by its name. The
 * entries of a zip come one after another. One thread.
 */
final class SourceFile implements AutoCloseable {
    /** The source has ended in good order. */
    static final int END = -1;
    /** Another entry of the zip begins. */
    static final int NEXT_ENTRY = -2;
    /** The packed data stop short. */
    static final int TRUNCATED = -3;
    /** The packed data are damaged; nothing behind the damage can be read. */
    static final int CORRUPT = -4;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAGIC_BYTES = 4;

    /** What differs between a zip and the rest. */
    private interface Entries {
        /** Moves to the next entry; empty: there is none. */
        String next() throws IOException;
    }

    private final Path path;
    private final CountingStream raw;
    private final InputStream in;
    private final Entries entries;
    private String name;

    /** @throws FeedException the file can't be opened */
    SourceFile(final Path path) {
        this.path = path;
        check(path);
        try {
            raw = new CountingStream(new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES));
        } catch (final IOException e) {
            throw new FeedException(path + ": can't be read; check its permissions", e);
        }
        try {
            final PushbackInputStream start = new PushbackInputStream(raw, MAGIC_BYTES);
            final byte[] magic = start.readNBytes(MAGIC_BYTES);
            start.unread(magic);
            if (isGzip(magic)) {
                in = new GZIPInputStream(start, BUFFER_BYTES);
                entries = () -> "";
                name = withoutSuffix(fileName(path), ".gz");
            } else if (isZip(magic)) {
                final ZipInputStream zip = new ZipInputStream(start);
                in = zip;
                entries = () -> nextOf(zip);
                name = entries.next();
                if (name.isEmpty()) {
                    throw new ZipException("no readable file in it");
                }
            } else {
                in = start;
                entries = () -> "";
                name = fileName(path);
            }
        } catch (final IOException | IllegalArgumentException e) {
            closeQuietly(raw);
            throw new FeedException(path + ": its packed data can't be read (" + e.getMessage() + "); fetch or pack the file again", e);
        }
    }

    private static void check(final Path path) {
        if (!Files.exists(path)) {
            throw new FeedException(path + ": no such file; check the path");
        }
        if (Files.isDirectory(path)) {
            throw new FeedException(path + ": is a directory; name the files in it");
        }
        if (!Files.isReadable(path)) {
            throw new FeedException(path + ": can't be read; check its permissions");
        }
    }

    /**
     * Bytes of the file as it lies on disk, above 0.
     *
     * @throws FeedException it can't be read, or is empty
     */
    static long size(final Path path) {
        check(path);
        try {
            final long bytes = Files.size(path);
            if (bytes == 0 && Files.isRegularFile(path)) {
                throw new FeedException(path + ": is empty; fetch it again");
            }
            return bytes;
        } catch (final IOException e) {
            throw new FeedException(path + ": can't be read; check its permissions", e);
        }
    }

    private static boolean isGzip(final byte[] magic) {
        return magic.length >= 2 && magic[0] == (byte) 0x1F && magic[1] == (byte) 0x8B;
    }

    private static boolean isZip(final byte[] magic) {
        return magic.length == MAGIC_BYTES && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4;
    }

    private static String nextOf(final ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                final String name = entry.getName();
                return name.substring(name.lastIndexOf('/') + 1);
            }
        }
        return "";
    }

    private static String fileName(final Path path) {
        final Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }

    private static String withoutSuffix(final String name, final String suffix) {
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }

    Path path() {
        return path;
    }

    /** Name of what is being read: of the file without {@code .gz}, or of the zip's entry. */
    String name() {
        return name;
    }

    /** Bytes of the file used so far, as packed. */
    long rawBytes() {
        return raw.bytes();
    }

    /**
     * Unpacks more.
     *
     * @return bytes written to the buffer (above 0), {@link #END}, {@link #NEXT_ENTRY}, {@link #TRUNCATED} or {@link #CORRUPT}
     * @throws FeedException the disk or the network behind the file fails
     */
    int read(final byte[] buffer, final int offset, final int length) {
        try {
            final int count = in.read(buffer, offset, length);
            if (count > 0) {
                return count;
            }
            final String next = entries.next();
            if (next.isEmpty()) {
                return END;
            }
            name = next;
            return NEXT_ENTRY;
        } catch (final EOFException e) {
            return TRUNCATED;
        } catch (final ZipException | IllegalArgumentException e) {
            return CORRUPT;
        } catch (final IOException | UncheckedIOException e) {
            throw new FeedException(path + ": reading failed (" + e.getMessage() + "); check the disk", e);
        }
    }

    @Override
    public void close() {
        closeQuietly(in);
    }

    private static void closeQuietly(final InputStream stream) {
        try {
            stream.close();
        } catch (final IOException e) {
            // it was only read: there is nothing to lose
        }
    }
}
