package io.undercurrent.feeds.output;

import io.undercurrent.engine.feed.FeedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A new file, packed as its name's ending says ({@code .gz}, {@code .zip}). The same content gives the same bytes. One thread. */
public final class OutputFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    /** The earliest a zip can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path path;
    private final OutputStream out;

    private OutputFile(final Path path, final OutputStream out) {
        this.path = path;
        this.out = out;
    }

    /**
     * @param name of the file in the folder, which is made if it isn't there
     * @throws FeedException it is there already, or can't be written
     */
    public static OutputFile create(final Path folder, final String name) {
        final Path path = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            final OutputStream raw = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            final OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(raw, BUFFER_BYTES) : raw;
            return new OutputFile(path, new BufferedOutputStream(packed, BUFFER_BYTES));
        } catch (final FileAlreadyExistsException e) {
            throw new FeedException(path + " is there already; choose another folder", e);
        } catch (final IOException e) {
            throw failed(path, e);
        }
    }

    /** As {@link #create}, as a zip with one entry. */
    public static OutputFile createZip(final Path folder, final String name, final String entry) {
        final OutputFile file = create(folder, name);
        try {
            final ZipOutputStream zip = new ZipOutputStream(file.out);
            final ZipEntry only = new ZipEntry(entry);
            only.setTimeLocal(NO_TIME);
            zip.putNextEntry(only);
            return new OutputFile(file.path, new BufferedOutputStream(zip, BUFFER_BYTES));
        } catch (final IOException e) {
            throw failed(file.path, e);
        }
    }

    public Path path() {
        return path;
    }

    public void write(final byte[] bytes, final int offset, final int length) {
        try {
            out.write(bytes, offset, length);
        } catch (final IOException e) {
            throw failed(path, e);
        }
    }

    /** Writes a line of ASCII and its end. */
    public void line(final CharSequence text) {
        try {
            for (int i = 0; i < text.length(); i++) {
                out.write(text.charAt(i));
            }
            out.write('\n');
        } catch (final IOException e) {
            throw failed(path, e);
        }
    }

    private static FeedException failed(final Path path, final IOException e) {
        return new FeedException(path + " can't be written: " + e.getMessage() + "; check the disk and its permissions", e);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (final IOException e) {
            throw failed(path, e);
        }
    }
}
