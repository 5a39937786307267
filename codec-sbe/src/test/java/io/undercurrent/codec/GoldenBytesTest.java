package io.undercurrent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The bytes on the wire are a contract: a journal written today is read by every later version. */
class GoldenBytesTest {
    @Test
    void everyMessageOfTheSchemaIsEncodedAsRecorded() throws IOException {
        final Map<String, String> encoded = new LinkedHashMap<>();
        SampleEvents.all().forEach((name, bytes) -> encoded.put(name, HexFormat.of().formatHex(bytes)));
        final Map<String, String> golden = new LinkedHashMap<>();
        resource("/golden-bytes.txt").lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            final String[] parts = line.split(" ", 2);
            golden.put(parts[0], parts[1]);
        });
        golden.forEach((name, hex) -> assertEquals(hex, encoded.get(name), name));
        assertEquals(golden.keySet(), encoded.keySet());
    }

    @Test
    void theSamplesCoverEveryMessageOfTheSchema() throws IOException {
        final long messages = resource("/undercurrent-events.xml").lines().filter(line -> line.contains("<sbe:message name=")).count();
        assertEquals(messages, SampleEvents.all().size());
    }

    @Test
    void everyMessageFitsASlotAndKeepsTheNextOneAligned() {
        SampleEvents.all().forEach((name, bytes) -> {
            assertTrue(bytes.length <= Events.MAX_LENGTH, name);
            assertEquals(0, bytes.length % Long.BYTES, name);
        });
    }

    @Test
    void theEventHeaderStandsAtTheSamePlaceInEveryMessage() {
        SampleEvents.all().forEach((name, bytes) -> {
            final DirectBuffer event = new UnsafeBuffer(bytes);
            assertEquals(1, Events.sequence(event, 0), name);
            assertEquals(2, Events.sourceSequence(event, 0), name);
            assertEquals(3, Events.exchangeTimeNs(event, 0), name);
            assertEquals(4, Events.receiveTimeNs(event, 0), name);
            assertEquals(5, Events.instrumentId(event, 0), name);
            assertEquals(EventFlag.LAST_IN_PACKET | EventFlag.BAD_TIME, Events.flags(event, 0), name);
            assertEquals(bytes.length, Events.length(event, 0), name);
        });
    }

    private static String resource(final String name) throws IOException {
        try (var in = Objects.requireNonNull(GoldenBytesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
