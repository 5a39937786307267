package io.undercurrent.score.metric;

import java.util.Arrays;

/** Samples in ascending order, each with the number of the day it is from. Immutable. */
public final class DayValues {
    private final float[] values;
    private final int[] days;

    private DayValues(final float[] values, final int[] days) {
        this.values = values;
        this.days = days;
    }

    public int size() {
        return values.length;
    }

    float value(final int i) {
        return values[i];
    }

    int day(final int i) {
        return days[i];
    }

    /** Takes samples in any order. One thread. */
    public static final class Collector {
        private static final int FIRST_ROOM = 1024;

        private long[] keys = new long[FIRST_ROOM];
        private int size;

        /** @param value NaN (not available) is left out */
        public void add(final float value, final int day) {
            if (Float.isNaN(value)) {
                return;
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
            }
            keys[size++] = ((long) ordered(Float.floatToRawIntBits(value + 0f)) << 32) | day;
        }

        public DayValues sorted() {
            Arrays.sort(keys, 0, size);
            final float[] values = new float[size];
            final int[] days = new int[size];
            for (int i = 0; i < size; i++) {
                values[i] = Float.intBitsToFloat(ordered((int) (keys[i] >> 32)));
                days[i] = (int) keys[i];
            }
            return new DayValues(values, days);
        }

        /** Bits of a float in the order of the numbers, and back. */
        private static int ordered(final int bits) {
            return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
        }
    }
}
