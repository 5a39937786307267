package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;
import static io.undercurrent.signals.SignalDefinition.BUCKET;
import static io.undercurrent.signals.SignalDefinition.MIN_POINTS;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What coarse rows say is usual, as one side sees them; each feature is computed when it is asked for first. */
final class ReferenceBaseline {
    /**
     * What z is counted from and in.
     *
     * @param usual share of a share, impact of an impact
     * @param scale 0: not known
     * @param points that it rests on
     */
    record Usual(float usual, float median, float scale, int points) {
    }

    private record Asked(FeatureKind kind, int rows) {
    }

    private final Map<Asked, Usual> known = new HashMap<>();
    private final List<long[]> coarse;
    private final SignalSide side;
    private final int rowMs;

    ReferenceBaseline(final List<long[]> coarse, final SignalSide side, final int rowMs) {
        this.coarse = coarse;
        this.side = side;
        this.rowMs = rowMs;
    }

    /** L. */
    long lot() {
        return coarse.isEmpty() ? 1 : Math.max(1, coarse.getLast()[LOT.ordinal()]);
    }

    /** Points at which the main horizon is valid. */
    int mainPoints() {
        return points(SignalDefinition.MAIN).length;
    }

    Usual usual(final FeatureKind kind, final int rows) {
        return known.computeIfAbsent(new Asked(kind, rows), asked -> switch (kind.form()) {
            case SHARE -> share(kind, rows);
            case LOG -> described(kind, rows, 0f);
            case IMPACT -> impact(rows);
            case BALANCE, TREND -> new Usual(0f, 0f, 1f, 0);
        });
    }

    private Usual share(final FeatureKind kind, final int rows) {
        final ReferenceStretch all = whole(rows);
        return described(kind, rows, SignalFormulas.usualShare(all.sum(kind.above()), all.sum(kind.below())));
    }

    private Usual described(final FeatureKind kind, final int rows, final float usual) {
        final ReferenceStretch[] points = points(rows);
        if (points.length < MIN_POINTS) {
            return new Usual(usual, 0f, 0f, points.length);
        }
        final float[] values = new float[points.length];
        for (int p = 0; p < points.length; p++) {
            values[p] = value(kind, rows, points[p], usual, lot());
        }
        final float median = median(values);
        for (int p = 0; p < points.length; p++) {
            values[p] = Math.abs(values[p] - median);
        }
        final int candidates = SignalDefinition.candidates(coarse.size(), rows);
        return new Usual(usual, median, SignalFormulas.scale(median(values), kind.least(), candidates, rows / BUCKET), points.length);
    }

    /** A share's or a ratio's value over a stretch, before it is set against the baseline. */
    static float value(final FeatureKind kind, final int rows, final ReferenceStretch stretch, final float usual, final long lot) {
        final long above = stretch.sum(kind.above()) + kind.above().added(rows, lot);
        final long below = stretch.sum(kind.below()) + kind.below().added(rows, lot);
        return kind.form() == FeatureForm.SHARE ? SignalFormulas.share(above, below, usual) : SignalFormulas.logRatio(above, below);
    }

    private Usual impact(final int rows) {
        final ReferenceBuckets buckets = new ReferenceBuckets(side, rowMs);
        for (int c = 1; c <= SignalDefinition.lastPoint(coarse.size(), rows); c++) {
            buckets.add(stretch(c, 1), coarse.get(c - 1)[MID2_CLOSE.ordinal()]);
        }
        return buckets.count() < MIN_POINTS ? new Usual(0f, 0f, 0f, buckets.count())
            : new Usual(buckets.beta(), 0f, buckets.sigma(), buckets.count());
    }

    /** The horizon's stretches at the baseline's points, without those whose time was not valid. */
    private ReferenceStretch[] points(final int rows) {
        final int candidates = SignalDefinition.candidates(coarse.size(), rows);
        final int stride = SignalDefinition.stride(candidates, rows);
        final int last = SignalDefinition.lastPoint(coarse.size(), rows);
        final ReferenceStretch[] points = new ReferenceStretch[SignalDefinition.MAX_POINTS];
        int found = 0;
        for (int p = 0; p < SignalDefinition.points(candidates, stride); p++) {
            final ReferenceStretch point = stretch(last - p * stride, rows / BUCKET);
            if (point.valid(rows, rowMs)) {
                points[found++] = point;
            }
        }
        return Arrays.copyOf(points, found);
    }

    private ReferenceStretch whole(final int rows) {
        final int last = SignalDefinition.lastPoint(coarse.size(), rows);
        return stretch(last, Math.max(0, last + 1));
    }

    private ReferenceStretch stretch(final int last, final int count) {
        return new ReferenceStretch(coarse, last, count, side);
    }

    private static float median(final float[] values) {
        final float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
