package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Finds places in a run's files and damages them. */
final class Damage {
    private Damage() {
    }

    /** Where the documents of the excerpts in a segment start. */
    static List<Long> documents(final Path segment) throws IOException {
        final List<Long> positions = new ArrayList<>();
        try (SegmentReader reader = new SegmentReader()) {
            reader.open(segment);
            while (reader.next() == SegmentReader.EXCERPT) {
                positions.add(reader.position());
                reader.advance();
            }
        }
        return positions;
    }

    /** A byte of the first event of the excerpt that holds this event, counted from 1 in the segment. */
    static long payload(final Path segment, final int event) throws IOException {
        try (SegmentReader reader = new SegmentReader()) {
            reader.open(segment);
            final Excerpt excerpt = new Excerpt(reader.window());
            int events = 0;
            while (true) {
                assertEquals(SegmentReader.EXCERPT, reader.next());
                excerpt.at(reader.offset());
                events += excerpt.count();
                if (events >= event) {
                    return reader.position() + 4 + Excerpt.HEADER_LENGTH + 50;
                }
                reader.advance();
            }
        }
    }

    /** The byte behind the last excerpt of a segment. */
    static long endOfData(final Path segment) throws IOException {
        try (SegmentReader reader = new SegmentReader()) {
            reader.open(segment);
            while (reader.next() == SegmentReader.EXCERPT) {
                reader.advance();
            }
            return reader.position();
        }
    }

    static void flip(final Path file, final long position, final int mask) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final ByteBuffer one = ByteBuffer.allocate(1);
            assertEquals(1, channel.read(one, position));
            one.put(0, (byte) (one.get(0) ^ mask)).flip();
            channel.write(one, position);
        }
    }

    static void zero(final Path file, final long position, final int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(length), position);
        }
    }

    static void cut(final Path file, final long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }
}
