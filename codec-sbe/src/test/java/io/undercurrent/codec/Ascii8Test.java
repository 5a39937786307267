package io.undercurrent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.sbe.TradeDecoder;
import io.undercurrent.codec.sbe.TradeEncoder;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class Ascii8Test {
    @Test
    void packsAndUnpacksUpToEightCharacters() {
        for (final String text : new String[] {"", "D", "NSDQ", "12345678"}) {
            assertEquals(text, Ascii8.unpack(Ascii8.pack(text)));
            assertEquals(Ascii8.pack(text), Ascii8.pack(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, text.length()));
        }
        assertEquals("12345678", Ascii8.unpack(Ascii8.pack("123456789")));
        assertEquals("?", Ascii8.unpack(Ascii8.pack("é")));
    }

    @Test
    void isTheCode8OfTheSchema() {
        final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
        buffer.putLong(TradeEncoder.venueEncodingOffset(), Ascii8.pack("NTRF"), ByteOrder.LITTLE_ENDIAN);
        assertEquals("NTRF", new TradeDecoder().wrap(buffer, 0, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION).venue());
    }
}
