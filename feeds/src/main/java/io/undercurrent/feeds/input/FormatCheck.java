package io.undercurrent.feeds.input;

import io.undercurrent.engine.feed.FeedException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Looks at the beginning of each file before any event is published, so that a wrong file is one clear line at once. */
public final class FormatCheck {
    /** Damaged first records are forgiven: one good record among these is enough. */
    private static final int RECORDS = 64;

    /** Says whether a record is of a format. */
    public interface RecordTest {
        boolean test(byte[] record, int offset, int length);
    }

    private FormatCheck() {
    }

    /**
     * Of a format of lines.
     *
     * @param format its name, for the message
     * @param layout what a line of it looks like, for the message
     * @throws FeedException there is no file, one can't be read, or none of its first lines is of the format
     */
    public static void require(
            final String format, final List<Path> files, final int maxLineBytes, final String layout, final RecordTest test) {
        require(format, files, file -> new LineReader(List.of(file), maxLineBytes), "whose lines are " + layout, test);
    }

    /**
     * Of any format.
     *
     * @param reader opens a file
     * @param layout what a record of it looks like, for the message
     * @throws FeedException as above
     */
    public static void require(
            final String format, final List<Path> files, final Function<Path, RecordReader> reader, final String layout,
            final RecordTest test) {
        if (files.isEmpty()) {
            throw new FeedException(format + ": no file given; name at least one");
        }
        for (final Path file : files) {
            try (RecordReader records = reader.apply(file)) {
                requireOne(format, file, records, layout, test);
            }
        }
    }

    private static void requireOne(
            final String format, final Path file, final RecordReader records, final String layout, final RecordTest test) {
        int seen = 0;
        for (RecordReader.Found found = records.next(); found != RecordReader.Found.END && seen < RECORDS; found = records.next()) {
            if (found != RecordReader.Found.SOURCE && records.length() > 0) {
                seen++;
                if (found == RecordReader.Found.RECORD && test.test(records.buffer(), records.offset(), records.length())) {
                    return;
                }
            }
        }
        throw new FeedException(file + (seen == 0 ? ": holds no data; fetch it again"
                : ": is not of format " + format + ", " + layout + "; check the format and the file"));
    }
}
