package io.undercurrent.feeds.itch;

import io.undercurrent.feeds.output.NewYorkDay;
import io.undercurrent.feeds.output.OutputFile;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;

/** Puts messages together, field by field, and writes each behind its length. One thread. */
final class ItchFile implements AutoCloseable {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMddyyyy");

    private final NewYorkDay day;
    private final OutputFile file;
    private final byte[] frame = new byte[2 + 64];
    private int length;

    private ItchFile(final NewYorkDay day, final OutputFile file) {
        this.day = day;
        this.file = file;
    }

    /** The file of the day that the time is of, named as Nasdaq names it. */
    static ItchFile create(final Path folder, final long timeNs) {
        final NewYorkDay day = NewYorkDay.of(timeNs);
        return new ItchFile(day, OutputFile.create(folder, NAME.format(day.date()) + ".NASDAQ_ITCH50.gz"));
    }

    NewYorkDay day() {
        return day;
    }

    Path path() {
        return file.path();
    }

    /** A message begins. */
    ItchFile begin(final ItchType type, final int locate, final long timeNs) {
        length = 2;
        frame[length++] = type.letter();
        return number(locate, 2).number(0, 2).number(timeNs - day.startNs(), 6);
    }

    ItchFile number(final long value, final int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            frame[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Blanks fill it up. */
    ItchFile text(final String value, final int bytes) {
        for (int i = 0; i < bytes; i++) {
            frame[length++] = (byte) (i < value.length() ? value.charAt(i) : ' ');
        }
        return this;
    }

    /** The message is complete. */
    void end() {
        final int bytes = length - 2;
        frame[0] = (byte) (bytes >>> 8);
        frame[1] = (byte) bytes;
        file.write(frame, 0, length);
    }

    void system(final long timeNs, final char code) {
        begin(ItchType.SYSTEM_EVENT, 0, timeNs).text(String.valueOf(code), 1).end();
    }

    @Override
    public void close() {
        file.close();
    }
}
