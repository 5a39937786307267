package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class FittedConstantsTest {
    private static FittedConstants read(final String text) throws IOException {
        return FittedConstants.read(new StringReader(text), "a text");
    }

    @Test
    void whatWasWrittenReadsBackAsTheSameBits() throws IOException {
        final FittedConstants constants = new FittedConstants(Calibration.all(new Calibration(-1.2345678f, 1e-7f, 3f)), 0.1f, -0.2f, 1e8f, 5, 6);

        final String text = constants.toText(List.of("made by hand", "for a test"));

        assertTrue(text.startsWith("# made by hand\n# for a test\nabsorption.intercept="), text);
        assertEquals(constants, read(text));
    }

    @Test
    void whatIsMissingOrNoNumberIsNamed() {
        final String text = FittedConstants.standard().toText(List.of());

        assertEquals("alert.urgent is missing in a text; write the file again with 'undercurrent score fit'",
                assertThrows(IllegalArgumentException.class, () -> read(text.replace("alert.urgent", "alert.other"))).getMessage());
        assertEquals("creep.slope is 'steep' in a text; it must be a number",
                assertThrows(IllegalArgumentException.class, () -> read(text.replaceFirst("creep.slope=.*", "creep.slope=steep"))).getMessage());
    }

    @Test
    void theThresholdOfThisVersionLiesAboveQuietAndClearsBetween() {
        final FittedConstants constants = FittedConstants.standard();
        final float quiet = new Composite(1, 1000, constants.calibration()).quiet();

        assertTrue(quiet < constants.clearBelow() && constants.clearBelow() < constants.threshold());
        assertTrue(constants.threshold() < constants.warning() && constants.warning() < constants.critical()
                && constants.critical() < constants.urgent());
    }
}
