package io.undercurrent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckedNumberTest {
    private static final long SEED = 0x1234_5678_9ABC_DEF0L;

    @TempDir
    private Path directory;
    private final CheckedNumber number = new CheckedNumber(SEED);

    @Test
    void isReadAsItWasWrittenAndOnlyWithItsSeed() throws IOException {
        try (FileChannel file = open()) {
            assertFalse(number.read(file), "an empty file");
            for (final long written : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
                number.write(file, written);
                assertEquals(CheckedNumber.LENGTH, file.size());
                assertTrue(number.read(file));
                assertEquals(written, number.number());
                assertFalse(new CheckedNumber(SEED + 1).read(file));
            }
            file.truncate(CheckedNumber.LENGTH - 1);
            assertFalse(number.read(file), "a cut file");
        }
    }

    /** The same bit of a number and of a copy of it can be damaged, and both agree. */
    @Test
    void noTwoDamagedBitsGoUnnoticed() throws IOException {
        try (FileChannel file = open()) {
            number.write(file, 2);
            final ByteBuffer whole = ByteBuffer.allocate(CheckedNumber.LENGTH);
            assertEquals(CheckedNumber.LENGTH, file.read(whole, 0));
            final int bits = CheckedNumber.LENGTH * Byte.SIZE;
            for (int one = 0; one < bits; one++) {
                for (int other = one; other < bits; other++) {
                    final byte[] damaged = whole.array().clone();
                    flip(damaged, one);
                    if (other > one) {
                        flip(damaged, other);
                    }
                    file.write(ByteBuffer.wrap(damaged), 0);
                    assertFalse(number.read(file), "bits " + one + " and " + other);
                }
            }
        }
    }

    private static void flip(final byte[] bytes, final int bit) {
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(
                directory.resolve("number"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
