package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExcerptScanTest {
    private static final long SEED = 42;
    private static final int PAYLOAD = 2_000;
    private static final long MIB = 1 << 20;

    @TempDir
    private Path directory;

    @Test
    void findsEveryExcerptOverHolesAndZerosAndUpToTheLastByte() throws IOException {
        final List<Long> positions = List.of(
                8L, MIB - 20, 3 * MIB + 40_000, 3 * MIB + 50_000, 200 * MIB - 4, 200 * MIB + 5_000, 300 * MIB + 12);
        final Path file = directory.resolve("segment");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (final long position : positions) {
                channel.write(excerpt(position), position);
            }
            // zeros that are no hole
            channel.write(ByteBuffer.allocate((int) (2 * MIB)), 100 * MIB);
        }
        for (int skipped = 0; skipped < positions.size(); skipped++) {
            final List<Long> found = new ArrayList<>();
            try (ExcerptScan scan = new ExcerptScan(file, skipped == 0 ? 0 : positions.get(skipped - 1) + 4, OptionalLong.of(SEED))) {
                while (scan.next()) {
                    assertEquals(scan.position(), scan.excerpt().firstSequence());
                    found.add(scan.position());
                }
            }
            assertEquals(positions.subList(skipped, positions.size()), found);
        }
    }

    private static ByteBuffer excerpt(final long sequence) {
        final ByteBuffer bytes = ByteBuffer.allocateDirect(Excerpt.HEADER_LENGTH + PAYLOAD);
        final Excerpt excerpt = new Excerpt(bytes);
        excerpt.seed(SEED);
        excerpt.seal(sequence, 1, PAYLOAD);
        return bytes;
    }
}
