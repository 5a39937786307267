package io.undercurrent.feeds.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static Fields of(final String line) {
        final Fields fields = new Fields(4);
        final byte[] bytes = ("##" + line + "##").getBytes(StandardCharsets.ISO_8859_1);
        fields.split(bytes, 2, bytes.length - 4, ',');
        return fields;
    }

    @Test
    void cutsALineAndCountsFieldsPastItsCapacity() {
        final Fields fields = of("a,,ccc,d,e");
        assertEquals(5, fields.count());
        assertEquals(0, fields.length(1));
        assertEquals(3, fields.length(2));
        assertEquals('d', fields.single(3));
        assertEquals(0, fields.single(2));
        assertEquals(1, of("").count());
    }

    @Test
    void readsWholeNumbersOfALongAndNothingElse() {
        assertEquals(9_223_372_036_854_775_807L, of("9223372036854775807").integer(0));
        assertEquals(-5, of("-5").integer(0));
        assertEquals(0, of("0000").integer(0));
        for (final String bad : new String[] {"", "-", "9223372036854775808", "9999999999999999999", "10000000000000000000", "+1", "1.0", " 1", "1e3"}) {
            assertEquals(Fields.INVALID, of(bad).integer(0), bad);
        }
    }

    @Test
    void readsDecimalsExactlyAndTimesToTheNearestNanosecond() {
        assertEquals(5_510_000_000L, of("5.510000000").decimal(0));
        assertEquals(Fields.INVALID, of("5.5100000001").decimal(0));
        assertEquals(35_821_088_778_456L, of("35821.088778456004").rounded(0));
        assertEquals(35_821_088_778_456L, of("35821.0887784559996").rounded(0));
        assertEquals(34_200_000_000_000L, of("34200").rounded(0));
        for (final String bad : new String[] {"", "-1", "-1.0000000001", "1.000000000x", "1.0000000000x", ".", "1..2", "99999999999999.5"}) {
            assertEquals(Fields.INVALID, of(bad).rounded(0), bad);
        }
    }
}
