package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForestTest {
    private static final float ONE = ForestTree.ONE;

    private static float[] z(final String key, final float value) {
        final float[] z = new float[Forest.INPUTS.size()];
        z[Forest.inputs().indexOf(key)] = value;
        return z;
    }

    @Test
    void aTreeAddsTheAnswerOfItsThreeQuestions() {
        final List<String> keys = Forest.inputs();
        final int small = keys.indexOf("small.600");
        final int trend = keys.indexOf("trend.600");
        final Forest forest = new Forest(List.of(
            new ForestTree(new int[] {small, trend, small}, new float[] {1f, 0f, 2f}, new int[] {1, 2, 4, 8, 16, 32, 64, 128}),
            new ForestTree(new int[] {trend, trend, trend}, new float[] {-1f, -1f, -1f}, new int[] {1_000, 0, 0, 0, 0, 0, 0, 2_000})));
        assertEquals((1 + 2_000) / ONE, forest.evidence(new float[keys.size()]), 0f);
        assertEquals((1 + 2_000) / ONE, forest.evidence(z("small.600", 1f)), 0f, "a border is not above itself");
        assertEquals((16 + 2_000) / ONE, forest.evidence(z("small.600", 1.5f)), 0f);
        assertEquals((32 + 2_000) / ONE, forest.evidence(z("small.600", 2.5f)), 0f);
        assertEquals((4 + 2_000) / ONE, forest.evidence(z("trend.600", 0.5f)), 0f);
        assertEquals((1 + 1_000) / ONE, forest.evidence(z("trend.600", -1f)), 0f);
    }

    @Test
    void itsTextIsOfItsTrees() throws IOException {
        try (InputStream in = Forest.class.getResourceAsStream("forests.txt")) {
            assertNotNull(in);
            final List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).lines()
                .filter(line -> !line.startsWith("#")).toList();
            assertEquals(Stream.of(Signal.values()).flatMap(signal -> Forest.of(signal).trees().stream().map(tree -> Forest.line(signal, tree)))
                .toList(), lines);
        }
    }
}
