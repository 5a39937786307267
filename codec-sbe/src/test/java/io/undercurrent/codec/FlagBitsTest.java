package io.undercurrent.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undercurrent.codec.sbe.CapabilitiesDecoder;
import io.undercurrent.codec.sbe.EventFlagsDecoder;
import io.undercurrent.codec.sbe.TradeFlagsDecoder;
import java.lang.reflect.Modifier;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The constants and the schema's sets name the same bits. */
class FlagBitsTest {
    record Pair(Class<?> constants, Class<?> decoder) {
    }

    static Pair[] pairs() {
        return new Pair[] {new Pair(EventFlag.class, EventFlagsDecoder.class), new Pair(TradeFlag.class, TradeFlagsDecoder.class),
            new Pair(Capability.class, CapabilitiesDecoder.class)};
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void constantsAreTheBitsOfTheSchema(final Pair pair) throws ReflectiveOperationException {
        for (final var field : pair.constants().getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                final short bits = (short) field.getInt(null);
                final var choice = pair.decoder().getMethod(camelCase(field.getName()), short.class);
                assertEquals(true, choice.invoke(null, bits), field.getName());
                assertEquals(false, choice.invoke(null, (short) ~bits), field.getName());
            }
        }
    }

    @Test
    void namesAreTurnedIntoThoseOfTheSchema() {
        assertEquals("lastInPacket", camelCase("LAST_IN_PACKET"));
    }

    private static String camelCase(final String constant) {
        final StringBuilder name = new StringBuilder();
        for (final String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
