package io.undercurrent.bench.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux has counted so far.
 *
 * @param writtenBytes that this process has made the system write to disks, or will have: each time a clean page becomes dirty
 * @param faults       page faults of the calling thread that needed no reading
 */
record SystemCounts(long writtenBytes, long faults) {
    private static final String WRITTEN = "write_bytes: ";
    /** Behind the name in parentheses. */
    private static final int MINOR_FAULTS = 7;

    static SystemCounts now() {
        try {
            final String stat = Files.readString(Path.of("/proc/thread-self/stat"), StandardCharsets.UTF_8);
            final String faults = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[MINOR_FAULTS];
            final String written = Files.readAllLines(Path.of("/proc/self/io"), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith(WRITTEN)).findFirst().orElse(WRITTEN + "0").substring(WRITTEN.length());
            return new SystemCounts(Long.parseLong(written), Long.parseLong(faults));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SystemCounts since(final SystemCounts earlier) {
        return new SystemCounts(writtenBytes - earlier.writtenBytes, faults - earlier.faults);
    }
}
