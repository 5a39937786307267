package io.undercurrent.app;

import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.Signal;
import io.undercurrent.signals.SignalSide;
import io.undercurrent.signals.Sweep;
import java.util.Locale;

/**
 * Two backends give other bits for one score.
 *
 * @param source what the rows are from
 * @param sweep number of the sweep, from 1
 * @param row place of the row in the sweep
 * @param values the columns of that row that are not 0
 */
record ScoreDifference(String source, long sweep, long closeNs, int row, int slot, SignalSide side, Signal signal, String expectedBy,
                       int expectedBits, String actualBy, int actualBits, String values) {
    static String values(final Sweep sweep, final int row) {
        final StringBuilder text = new StringBuilder();
        for (final RowColumn column : RowColumn.values()) {
            final int value = sweep.value(row, column.ordinal());
            if (value != 0) {
                text.append(text.isEmpty() ? "" : " ").append(column).append('=').append(value);
            }
        }
        return text.toString();
    }

    void writeText(final Output out) {
        out.println(String.format(Locale.ROOT, "first difference: %s, sweep %,d, row %d (instrument slot %d), %s %s", source, sweep, row, slot,
                side, signal));
        out.println(line(expectedBy, expectedBits));
        out.println(line(actualBy, actualBits));
        out.println("  the newest row: " + values);
    }

    private static String line(final String by, final int bits) {
        return String.format(Locale.ROOT, "  %-10s 0x%08x  %s", by, bits, Float.intBitsToFloat(bits));
    }

    void writeJson(final Json json) {
        json.beginObject("firstDifference").text("source", source).number("sweep", sweep).number("closeNs", closeNs).number("row", row)
                .number("slot", slot).text("side", side.name()).text("signal", signal.name())
                .text("expectedBy", expectedBy).text("expectedBits", hex(expectedBits)).real("expected", Float.intBitsToFloat(expectedBits))
                .text("actualBy", actualBy).text("actualBits", hex(actualBits)).real("actual", Float.intBitsToFloat(actualBits))
                .text("values", values).endObject();
    }

    private static String hex(final int bits) {
        return String.format(Locale.ROOT, "0x%08x", bits);
    }
}
