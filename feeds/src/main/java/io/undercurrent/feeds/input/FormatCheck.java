package io.undercurrent.feeds.input;

import io.undercurrent.engine.feed.FeedException;
import java.nio.file.Path;
import java.util.List;

/** Looks at the beginning of each file before any event is published, so that a wrong file is one clear line at once. */
public final class FormatCheck {
    /** Damaged first lines are forgiven: one good line among these is enough. */
    private static final int LINES = 64;

    /** Says whether a line is of a format. */
    public interface LineTest {
        boolean test(byte[] line, int offset, int length);
    }

    private FormatCheck() {
    }

    /**
     * @param format its name, for the message
     * @param layout what a line of it looks like, for the message
     * @throws FeedException there is no file, one can't be read, or none of its first lines is of the format
     */
    public static void require(
            final String format, final List<Path> files, final int maxLineBytes, final String layout, final LineTest test) {
        if (files.isEmpty()) {
            throw new FeedException(format + ": no file given; name at least one");
        }
        for (final Path file : files) {
            requireOne(format, file, maxLineBytes, layout, test);
        }
    }

    private static void requireOne(
            final String format, final Path file, final int maxLineBytes, final String layout, final LineTest test) {
        try (LineReader lines = new LineReader(List.of(file), maxLineBytes)) {
            int seen = 0;
            for (LineReader.Found found = lines.next(); found != LineReader.Found.END && seen < LINES; found = lines.next()) {
                if (found == LineReader.Found.LINE && lines.length() > 0) {
                    seen++;
                    if (test.test(lines.buffer(), lines.offset(), lines.length())) {
                        return;
                    }
                }
            }
            throw new FeedException(file + (seen == 0 ? ": holds no data; fetch it again"
                    : ": is not of format " + format + ", whose lines are " + layout + "; check the format and the file"));
        }
    }
}
