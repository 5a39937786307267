package io.undercurrent.signals;

import static io.undercurrent.signals.SignalDefinition.BUCKET;
import static io.undercurrent.signals.SignalDefinition.MAX_POINTS;

/** The points of one horizon's baseline: for each, where the sums before and behind its rows stand. Working space, filled again and again. */
final class CpuPoints {
    private final int[] from = new int[MAX_POINTS];
    private final int[] to = new int[MAX_POINTS];
    private int found;
    private int candidates;
    private int last;
    private int oldest;
    private int first;
    private int newest;

    /** Finds the valid points as of the window's baseline. */
    void find(final CpuWindow window, final int horizon) {
        final long asOf = window.baselineRows();
        final int held = (int) Math.min(asOf, SignalDefinition.COARSE_ROWS);
        candidates = SignalDefinition.candidates(held, horizon);
        final int stride = SignalDefinition.stride(candidates, horizon);
        final int points = SignalDefinition.points(candidates, stride);
        final long[] prefixes = window.coarsePrefixes();
        last = SignalDefinition.lastPoint(held, horizon);
        final long behind = asOf - held + last + 1;
        oldest = window.coarseEntry(asOf - held);
        first = window.coarseEntry(asOf - held + 1);
        newest = window.coarseEntry(Math.max(behind, asOf - held));
        found = 0;
        for (int p = 0; p < points; p++) {
            final long end = behind - (long) p * stride;
            final int a = window.coarseEntry(end - horizon / BUCKET);
            final int b = window.coarseEntry(end);
            final long validMs = prefixes[b + SignalTable.VALID_MS] - prefixes[a + SignalTable.VALID_MS];
            if (SignalDefinition.enoughValid(validMs, horizon, window.rowMs())) {
                from[found] = a;
                to[found] = b;
                found++;
            }
        }
    }

    /** How many; see {@link SignalDefinition#MIN_POINTS}. */
    int found() {
        return found;
    }

    /** At how many coarse rows a point could be. */
    int candidates() {
        return candidates;
    }

    /** Index of the newest coarse row of the baseline, 0 being the oldest that is held; negative: there is none. */
    int last() {
        return last;
    }

    int from(final int point) {
        return from[point];
    }

    int to(final int point) {
        return to[point];
    }

    /** Entry before the oldest coarse row. */
    int oldest() {
        return oldest;
    }

    /** Entry behind the oldest coarse row. */
    int first() {
        return first;
    }

    /** Entry behind the newest coarse row of the baseline. */
    int newest() {
        return newest;
    }
}
