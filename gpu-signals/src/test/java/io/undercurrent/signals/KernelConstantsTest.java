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

/** The kernels' constants have the values of those in Java. */
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
        "CpuMeasure, MEASURE_, window_layout.h, 21",
        "CpuFeature, FEATURE_, window_sums.cuh, 10",
        "SignalDefinition, '', definition.cuh, 7",
        "CpuWindow, '', window_layout.h, 2",
        "WindowLayout, '', window_layout.h, 11",
        "cuda.BatchLayout, '', window_layout.h, 11",
    })
    void haveTheValuesOfTheConstantsInJava(final String holder, final String prefix, final String file, final int least) throws Exception {
        final Map<String, Long> constants = constants(file);
        int compared = 0;
        for (final Field field : Class.forName(getClass().getPackageName() + "." + holder).getDeclaredFields()) {
            final String name = prefix + field.getName();
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class && constants.containsKey(name)) {
                field.setAccessible(true);
                assertEquals(field.getInt(null), constants.get(name), name + " in " + file);
                compared++;
            }
        }
        assertTrue(compared >= least, "only " + compared + " names of " + holder + " are in " + file);
    }

    @Test
    void horizonsAreThoseOfTheDefinition() throws Exception {
        final Map<String, Long> constants = constants("definition.cuh");
        assertEquals(SignalDefinition.SPREAD_FAST, constants.get("HORIZON_SPREAD_FAST"));
        assertEquals(SignalDefinition.SHORT, constants.get("HORIZON_SHORT"));
        assertEquals(SignalDefinition.MAIN, constants.get("HORIZON_MAIN"));
        assertEquals(SignalDefinition.LONG, constants.get("HORIZON_LONG"));
    }

    @Test
    void columnsAreNumberedAsInARow() throws Exception {
        final Map<String, Long> constants = constants("window_layout.h");
        for (final RowColumn column : RowColumn.values()) {
            assertEquals(column.ordinal(), constants.get(column.name()), column.name());
        }
        assertTrue(constants.get("ROW_NEXT") >= RowColumn.values().length, "ROW_NEXT is one of the columns");
        assertEquals(RowLayout.HAS_OFF_EXCHANGE, constants.get("HAS_OFF_EXCHANGE"));
        assertEquals(RowLayout.HAS_DEPTH, constants.get("HAS_DEPTH"));
        assertEquals(RowLayout.HAS_OWN_VENUE_TRADES, constants.get("HAS_OWN_VENUE_TRADES"));
        assertEquals(RowLayout.HAS_EXECUTIONS, constants.get("HAS_EXECUTIONS"));
        assertEquals(SignalSide.COUNT, constants.get("SIDES"));
        assertEquals(Signal.COUNT, constants.get("SIGNALS"));
        assertEquals((long) SignalSide.COUNT * Signal.COUNT, constants.get("ROW_SCORES"));
    }

    @Test
    void signalsAreNumberedAsInResults() throws Exception {
        final Map<String, Long> constants = constants("window_layout.h");
        for (final Signal signal : Signal.values()) {
            assertEquals(signal.ordinal(), constants.get("SIGNAL_" + signal.name()), signal.name());
        }
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
