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
        try {
            return new TemporaryFolder(Files.createTempDirectory("undercurrent-bench"));
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
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (final Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
