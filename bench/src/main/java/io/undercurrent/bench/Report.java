package io.undercurrent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the Markdown of a measurement goes: to stdout, and with {@code -Dbench.out=FOLDER} into a file of that folder. */
public final class Report {
    private Report() {
    }

    /** @param topic name of the file, without its ending */
    public static void write(final String topic, final String markdown) {
        System.out.print(markdown);
        final String folder = System.getProperty("bench.out", "");
        if (!folder.isEmpty()) {
            try {
                Files.createDirectories(Path.of(folder));
                Files.writeString(Path.of(folder).resolve(topic + ".md"), markdown);
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
