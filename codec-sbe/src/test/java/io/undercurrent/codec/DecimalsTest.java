package io.undercurrent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({"5.51,5510000000", "100,100000000000", "0.000000001,1", "-0.5,-500000000", "5.510000000000,5510000000",
        "9223372036.854775807,9223372036854775807", ".5,500000000", "7.,7000000000", "000.10,100000000"})
    void readsExactDecimals(final String text, final long expected) {
        assertEquals(expected, Decimals.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1e5", "+1", " 1", "1 ", "1.2.3", "0.0000000001", "9223372036.854775808", "99999999999",
        "12345678901234567890", "NaN", "0x10", "1,5", "--1"})
    void refusesWhatIsNotOne(final String text) {
        assertEquals(Decimals.INVALID, Decimals.parse(text));
    }

    @Test
    void formatsWhatItReads() {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            final long value = random.nextLong() >> random.nextInt(63);
            if (value != Long.MIN_VALUE) {
                final String text = Decimals.format(value);
                assertEquals(value, Decimals.parse(text), () -> "seed " + seed);
                assertEquals(BigDecimal.valueOf(value, 9).stripTrailingZeros().toPlainString(), text, () -> "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.0", "1234567890123456789", "a"})
    void refusesWhatIsNoPlainInteger(final String text) {
        final byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertEquals(Decimals.INVALID, Decimals.parseInteger(bytes, 0, bytes.length));
    }
}
