package io.undercurrent.signals;

import static io.undercurrent.signals.SignalDefinition.MAX_POINTS;

/** Working space of a {@link CpuBackend}: the points of a baseline and a feature's values at them. */
final class CpuScratch {
    private final CpuPoints points = new CpuPoints();
    private final float[] values = new float[MAX_POINTS];
    private final float[] selection = new float[MAX_POINTS];
    private final float[] spare = new float[MAX_POINTS];

    /** Those of a horizon, until others are asked for. */
    CpuPoints points(final CpuWindow window, final int horizon) {
        points.find(window, horizon);
        return points;
    }

    /** A feature's values at the points. */
    float[] values() {
        return values;
    }

    float median(final int count) {
        System.arraycopy(values, 0, selection, 0, count);
        return Selection.lowerMedian(selection, spare, count);
    }

    /** Median of the absolute differences from the median. */
    float deviation(final int count, final float median) {
        for (int i = 0; i < count; i++) {
            selection[i] = Math.abs(values[i] - median);
        }
        return Selection.lowerMedian(selection, spare, count);
    }
}
