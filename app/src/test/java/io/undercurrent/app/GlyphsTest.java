package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GlyphsTest {
    @Test
    void aColumnIsAsHighAsItsValueInEighthsOfALine() {
        assertEquals(List.of(" ▁▄█ "), Glyphs.BLOCKS.columns(new double[] {0, 1, 4, 8, Double.NaN}, 0, 1));
        assertEquals(List.of("   ▄█", " ▄███"), Glyphs.BLOCKS.columns(new double[] {0, 4, 8, 12, 16}, 0, 2));
        assertEquals(List.of(" _+#"), Glyphs.ASCII.columns(new double[] {-1, 0.001, 5, 8}, 0, 1));
    }

    @Test
    void whereNothingIsKnownNothingIsDrawn() {
        assertEquals(List.of("  "), Glyphs.BLOCKS.columns(new double[] {Double.NaN, Double.NaN}, 0, 1));
        assertEquals(List.of("  "), Glyphs.BLOCKS.columns(new double[] {0, 0}, 0, 1));
    }

    @Test
    void aBarOfWhatIsNotNothingHasACharacter() {
        assertEquals("", Glyphs.ASCII.bar(0, 100, 20));
        assertEquals("#", Glyphs.ASCII.bar(1, 100, 20));
        assertEquals("#".repeat(20), Glyphs.ASCII.bar(100, 100, 20));
    }
}
