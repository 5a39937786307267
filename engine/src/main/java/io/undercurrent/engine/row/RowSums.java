package io.undercurrent.engine.row;

import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.RowLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.MutableDirectBuffer;

/** The open row's columns as int64, until they are written as int32. Saturates at both widths. */
final class RowSums {
    private final long[] values = new long[RowLayout.SIGNAL_COLUMNS];
    private final MarketCounters counters;

    RowSums(final MarketCounters counters) {
        this.counters = counters;
    }

    void add(final RowColumn column, final long value) {
        values[column.ordinal()] = saturatedSum(values[column.ordinal()], value);
    }

    void set(final RowColumn column, final long value) {
        values[column.ordinal()] = value;
    }

    long get(final RowColumn column) {
        return values[column.ordinal()];
    }

    void clear() {
        Arrays.fill(values, 0);
    }

    void write(final MutableDirectBuffer rows, final int offset) {
        for (int i = 0; i < values.length; i++) {
            put(rows, offset, i, values[i]);
        }
    }

    /** Writes one value of a row, saturated. */
    void put(final MutableDirectBuffer rows, final int offset, final int index, final long value) {
        final int stored = Math.clamp(value, -Integer.MAX_VALUE, Integer.MAX_VALUE);
        if (stored != value) {
            counters.add(MarketCounter.SATURATED);
        }
        rows.putInt(offset + index * Integer.BYTES, stored, ByteOrder.LITTLE_ENDIAN);
    }

    static long saturatedSum(final long a, final long b) {
        final long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            return a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return sum;
    }
}
