package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernels' constants have the values of those in Java; those that are written from Java are {@link KernelTableTest}'s. */
class KernelConstantsTest {
    private static final Path KERNELS = Path.of("../cuda-kernels/src/main/cuda");
    private static final Pattern CONSTANT = Pattern.compile("\\b([A-Z][A-Z0-9_]*) = (-?\\d+)(?: << (\\d+))?[,; }\n]");

    private static Map<String, Long> constants(final String file) throws Exception {
        final Map<String, Long> found = new HashMap<>();
        final Matcher matcher = CONSTANT.matcher(Files.readString(KERNELS.resolve(file)));
        while (matcher.find()) {
            final int shift = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
            found.put(matcher.group(1), Long.parseLong(matcher.group(2)) << shift);
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "SignalDefinition, definition.cuh, 9",
        "WindowLayout, window_layout.h, 5",
        "cuda.BatchLayout, window_layout.h, 11",
    })
    void haveTheValuesOfTheConstantsInJava(final String holder, final String file, final int least) throws Exception {
        final Map<String, Long> constants = constants(file);
        int compared = 0;
        for (final Field field : Class.forName(getClass().getPackageName() + "." + holder).getDeclaredFields()) {
            final String name = field.getName();
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class && constants.containsKey(name)) {
                field.setAccessible(true);
                assertEquals(field.getInt(null), constants.get(name), name + " in " + file);
                compared++;
            }
        }
        assertTrue(compared >= least, "only " + compared + " names of " + holder + " are in " + file);
    }

    @Test
    void columnsAreNumberedAsInARow() throws Exception {
        final Map<String, Long> constants = constants("window_layout.h");
        for (final RowColumn column : RowColumn.values()) {
            assertEquals(column.ordinal(), constants.get(column.name()), column.name());
        }
        assertTrue(constants.get("ROW_NEXT") >= RowColumn.values().length, "ROW_NEXT is one of the columns");
        assertEquals(SignalSide.COUNT, constants.get("SIDES"));
        assertEquals(Signal.COUNT, constants.get("SIGNALS"));
        assertEquals((long) SignalSide.COUNT * Signal.COUNT, constants.get("ROW_SCORES"));
    }

    @Test
    void noConstantOfTheLayoutIsAnExpressionThatThisTestCannotRead() throws Exception {
        final String header = Files.readString(KERNELS.resolve("window_layout.h"));
        final Matcher anyValue = Pattern.compile("^\\s+([A-Z][A-Z0-9_]*) = ", Pattern.MULTILINE).matcher(header);
        final Map<String, Long> constants = constants("window_layout.h");
        while (anyValue.find()) {
            assertFalse(constants.get(anyValue.group(1)) == null, anyValue.group(1) + " is not a plain number");
        }
    }
}
