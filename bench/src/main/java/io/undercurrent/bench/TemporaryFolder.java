package io.undercurrent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A new folder in the system's temporary one ({@code java.io.tmpdir}) that goes with all it holds. */
public final class TemporaryFolder implements AutoCloseable {
    private final Path path;

    private TemporaryFolder(final Path path) {
        this.path = path;
    }

    public static TemporaryFolder create() {
        return create(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** In another folder than the system's temporary one. */
    public static TemporaryFolder create(final Path parent) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(parent, "undercurrent-bench"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** Idempotent. */
    @Override
    public void close() {
        delete(path);
    }

    /** Removes a folder with all it holds, if it is there. */
    public static void delete(final Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (final Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
