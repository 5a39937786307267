package io.undercurrent.signals;

import static io.undercurrent.signals.SignalDefinition.BUCKET;
import static io.undercurrent.signals.SignalDefinition.MAX_POINTS;

/** Working space of a {@link CpuBackend}: the points of a baseline and the features' values at them. */
final class CpuScratch {
    private final int[] from = new int[MAX_POINTS];
    private final int[] to = new int[MAX_POINTS];
    private final float[] values = new float[CpuFeature.COUNT * MAX_POINTS];
    private final float[] selection = new float[MAX_POINTS];
    private final float[] spare = new float[MAX_POINTS];
    private final float[] now = new float[CpuFeature.COUNT];

    /** Finds the valid points of a baseline: for each the entries of prefix sums before and behind its rows. Returns their number. */
    int findPoints(final CpuWindow window, final int horizon) {
        final int held = window.coarseHeld();
        final int candidates = SignalDefinition.candidates(held, horizon);
        final int stride = SignalDefinition.stride(candidates, horizon);
        final int points = SignalDefinition.points(candidates, stride);
        final long[] prefixes = window.coarsePrefixes();
        long end = window.coarseRows() - held + SignalDefinition.lastPoint(held, horizon) + 1;
        int found = 0;
        for (int p = 0; p < points; p++) {
            final int a = window.coarseEntry(end - horizon / BUCKET);
            final int b = window.coarseEntry(end);
            final long validMs = prefixes[b + CpuMeasure.VALID_MS] - prefixes[a + CpuMeasure.VALID_MS];
            if (SignalDefinition.enoughValid(validMs, horizon, window.rowMs())) {
                from[found] = a;
                to[found] = b;
                found++;
            }
            end -= stride;
        }
        return found;
    }

    int from(final int point) {
        return from[point];
    }

    int to(final int point) {
        return to[point];
    }

    /** Values at the points: those of a feature stand together, {@link SignalDefinition#MAX_POINTS} apart from the next one's. */
    float[] values() {
        return values;
    }

    /** Values of the newest rows by feature. */
    float[] now() {
        return now;
    }

    float median(final int feature, final int found) {
        System.arraycopy(values, feature * MAX_POINTS, selection, 0, found);
        return Selection.lowerMedian(selection, spare, found);
    }

    /** Median of the absolute differences from the median. */
    float deviation(final int feature, final int found, final float median) {
        final int offset = feature * MAX_POINTS;
        for (int i = 0; i < found; i++) {
            selection[i] = Math.abs(values[offset + i] - median);
        }
        return Selection.lowerMedian(selection, spare, found);
    }
}
