package io.undercurrent.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @Test
    void readsAndWritesEveryNanosecondOf1970To2199() {
        final long seed = System.nanoTime();
        final Random random = new Random(seed);
        final long end = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();
        for (int i = 0; i < 20_000; i++) {
            final long timeNs = random.nextLong(end) * Times.SECOND_NS + random.nextLong(Times.SECOND_NS);
            final byte[] text = Times.format(timeNs).getBytes(US_ASCII);
            assertEquals(timeNs, Times.parseIso(text, 0, text.length), () -> "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025-07-17", "2025-07-17T08:05:03", "2025-02-29T00:00:00Z", "2025-13-01T00:00:00Z",
        "2025-07-17T24:00:00Z", "2025-07-17T08:05:03.Z", "2025-07-17T08:05:03.1234567890Z", "2025-07-17 08:05:03Z",
        "2025-07-1aT08:05:03Z", "9999-07-17T08:05:03Z"})
    void refusesWhatIsNoTime(final String text) {
        final byte[] bytes = text.getBytes(US_ASCII);
        assertEquals(Times.INVALID, Times.parseIso(bytes, 0, bytes.length));
    }

    @Test
    void midnightInNewYorkMindsDaylightSaving() {
        assertEquals(Instant.parse("2012-06-21T04:00:00Z"), instant(LocalDate.of(2012, 6, 21)));
        assertEquals(Instant.parse("2013-01-07T05:00:00Z"), instant(LocalDate.of(2013, 1, 7)));
    }

    private static Instant instant(final LocalDate day) {
        return Instant.ofEpochSecond(0, Times.midnightNs(day, Times.NEW_YORK));
    }
}
