package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Holds the file with which the kernels' logarithm is tested against {@link Log2}: both give the bits that stand there. */
class Log2GoldenTest {
    private static final Path GOLDEN = Path.of("../cuda-kernels/src/test/cuda/unit/log2.golden");
    private static final Path ACTUAL = Path.of("target/log2.golden");
    /** Not a divisor of anything: sees all exponents and both signs. */
    private static final int STEP = 4_099;
    private static final int[] EDGES = {0, 0x8000_0000, 1, 0x007f_ffff, 0x0080_0000, 0x0080_0001, 0x3f35_04f2, 0x3f35_04f3, 0x3f35_04f4, 0x3f7f_ffff,
        0x3f80_0000, 0x3f80_0001, 0x3fb5_04f3, 0x7f7f_ffff, 0x7f80_0000, 0x7fc0_0000, 0xff80_0000, 0xbf80_0000};

    @Test
    void theGoldenFileHoldsTheBitsOfLog2() throws Exception {
        final StringBuilder golden = new StringBuilder();
        for (final int edge : EDGES) {
            value(golden, edge);
        }
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            value(golden, random.nextInt());
        }
        int sum = 0;
        for (long x = 0; x < 1L << 32; x += STEP) {
            sum = sum * 31 + bits((int) x);
        }
        golden.append("sum %08x %08x\n".formatted(STEP, sum));
        Files.writeString(ACTUAL, golden);
        assertEquals(golden.toString(), Files.readString(GOLDEN),
            () -> GOLDEN + " is not what Log2 gives; if Log2 shall change, change the kernels' too and copy " + ACTUAL + " there");
    }

    private static void value(final StringBuilder golden, final int x) {
        golden.append("value %08x %08x\n".formatted(x, bits(x)));
    }

    private static int bits(final int x) {
        return Float.floatToRawIntBits(Log2.of(Float.intBitsToFloat(x)));
    }
}
