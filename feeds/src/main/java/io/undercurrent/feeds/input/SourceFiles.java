package io.undercurrent.feeds.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files one after another, as bytes: opens each when the one before it is done. One thread. */
final class SourceFiles implements AutoCloseable {
    private final List<Path> files;
    private final long bytesTotal;
    private int nextFile;
    private Optional<SourceFile> open = Optional.empty();
    private long bytesOfClosed;

    /**
     * Opens nothing yet.
     *
     * @throws io.undercurrent.engine.feed.FeedException a file is missing
     */
    SourceFiles(final List<Path> files) {
        this.files = List.copyOf(files);
        long total = 0;
        for (final Path file : files) {
            total += SourceFile.size(file);
        }
        bytesTotal = total;
    }

    boolean isOpen() {
        return open.isPresent();
    }

    /** Opens the next file; {@code false}: there is none. */
    boolean openNext() {
        if (nextFile == files.size()) {
            return false;
        }
        open = Optional.of(new SourceFile(files.get(nextFile++)));
        return true;
    }

    /** As {@link SourceFile#read}, of the open file. */
    int read(final byte[] buffer, final int offset, final int length) {
        return open.orElseThrow().read(buffer, offset, length);
    }

    /** Closes the open file, if there is one. */
    void closeCurrent() {
        if (open.isPresent()) {
            bytesOfClosed += open.get().rawBytes();
            open.get().close();
            open = Optional.empty();
        }
    }

    String name() {
        return open.map(SourceFile::name).orElse("");
    }

    Path path() {
        return files.get(Math.max(0, nextFile - 1));
    }

    long bytesRead() {
        return bytesOfClosed + (open.isPresent() ? open.get().rawBytes() : 0);
    }

    long bytesTotal() {
        return bytesTotal;
    }

    /** No further file is opened. */
    @Override
    public void close() {
        closeCurrent();
        nextFile = files.size();
    }
}
