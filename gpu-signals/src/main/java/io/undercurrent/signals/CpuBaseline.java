package io.undercurrent.signals;

import static io.undercurrent.signals.SignalDefinition.BUCKET;
import static io.undercurrent.signals.SignalDefinition.MIN_POINTS;

import io.undercurrent.signals.SignalTable.Slot;
import java.util.stream.IntStream;

/** What the coarse rows say is usual: of each feature of {@link SignalTable}. It changes only every sixth time that one closes. */
final class CpuBaseline {
    private static final long NEVER = -1;
    private static final Slot[] SLOTS = SignalTable.slots().toArray(Slot[]::new);
    private static final int[] HORIZONS = SignalTable.horizons();
    /** Indices of the features of each horizon. */
    private static final int[][] SLOTS_OF = IntStream.of(HORIZONS).mapToObj(horizon -> IntStream.range(0, SLOTS.length)
        .filter(s -> SLOTS[s].rows() == horizon).toArray()).toArray(int[][]::new);

    /** Of a share, how large it usually is; of an impact, that of a unit of flow. */
    private final float[] usual = new float[SLOTS.length];
    private final float[] median = new float[SLOTS.length];
    /** 0: not known. */
    private final float[] scale = new float[SLOTS.length];
    private boolean known;
    private long asOf = NEVER;

    void forget() {
        asOf = NEVER;
    }

    /** Brings it up to the window's newest rows. */
    void refresh(final CpuWindow window, final CpuScratch scratch) {
        if (asOf == window.baselineRows()) {
            return;
        }
        asOf = window.baselineRows();
        for (int h = 0; h < HORIZONS.length; h++) {
            final CpuPoints points = scratch.points(window, HORIZONS[h]);
            if (HORIZONS[h] == SignalDefinition.MAIN) {
                known = points.found() >= MIN_POINTS;
            }
            for (final int s : SLOTS_OF[h]) {
                usual(s, window, points, scratch);
            }
        }
    }

    private void usual(final int s, final CpuWindow window, final CpuPoints points, final CpuScratch scratch) {
        final long[] p = window.coarsePrefixes();
        switch (SLOTS[s].kind().form()) {
            case SHARE -> share(s, p, points, scratch);
            case LOG -> log(s, p, points, window.lot(), scratch);
            case IMPACT -> impact(s, p, points);
            case BALANCE, TREND -> scale[s] = 1f;
        }
    }

    private void share(final int s, final long[] p, final CpuPoints points, final CpuScratch scratch) {
        final int above = SLOTS[s].above();
        final int below = SLOTS[s].below();
        final float share = SignalFormulas.usualShare(
            p[points.newest() + above] - p[points.oldest() + above], p[points.newest() + below] - p[points.oldest() + below]);
        final float[] values = scratch.values();
        for (int i = 0; i < points.found(); i++) {
            values[i] = SignalFormulas.share(
                p[points.to(i) + above] - p[points.from(i) + above], p[points.to(i) + below] - p[points.from(i) + below], share);
        }
        usual[s] = share;
        describe(s, points, scratch);
    }

    private void log(final int s, final long[] p, final CpuPoints points, final long lot, final CpuScratch scratch) {
        final int above = SLOTS[s].above();
        final int below = SLOTS[s].below();
        final long plusAbove = SLOTS[s].plusAbove().added(SLOTS[s].rows(), lot);
        final long plusBelow = SLOTS[s].plusBelow().added(SLOTS[s].rows(), lot);
        final float[] values = scratch.values();
        for (int i = 0; i < points.found(); i++) {
            values[i] = SignalFormulas.logRatio(p[points.to(i) + above] - p[points.from(i) + above] + plusAbove,
                p[points.to(i) + below] - p[points.from(i) + below] + plusBelow);
        }
        describe(s, points, scratch);
    }

    private void describe(final int s, final CpuPoints points, final CpuScratch scratch) {
        scale[s] = 0f;
        if (points.found() >= MIN_POINTS) {
            median[s] = scratch.median(points.found());
            scale[s] = SignalFormulas.scale(scratch.deviation(points.found(), median[s]), SLOTS[s].kind().least(),
                points.candidates(), SLOTS[s].rows() / BUCKET);
        }
    }

    private void impact(final int s, final long[] p, final CpuPoints points) {
        final int from = points.first();
        final int to = points.newest();
        scale[s] = 0f;
        final int buckets = points.last() < MIN_POINTS ? 0 : (int) (p[to + CpuLayout.BUCKETS] - p[from + CpuLayout.BUCKETS]);
        if (buckets >= MIN_POINTS) {
            final long xy = p[to + CpuLayout.XY] - p[from + CpuLayout.XY];
            usual[s] = SignalFormulas.beta(
                p[to + CpuLayout.XX_HIGH] - p[from + CpuLayout.XX_HIGH], p[to + CpuLayout.XX_LOW] - p[from + CpuLayout.XX_LOW], xy);
            scale[s] = SignalFormulas.sigma(p[to + CpuLayout.YY] - p[from + CpuLayout.YY], xy, usual[s], buckets);
        }
    }

    /** Enough points of the main horizon. */
    boolean known() {
        return known;
    }

    /**
     * The features of the window's newest rows. One that is not known says nothing: 0.
     *
     * @param z receives them, as accumulation sees those that have a sign
     */
    void measure(final CpuWindow window, final float[] z) {
        final long[] p = window.finePrefixes();
        final int to = window.fineEntry(window.rows());
        for (int h = 0; h < HORIZONS.length; h++) {
            final boolean valid = window.valid(HORIZONS[h]);
            final int from = window.fineEntry(window.rows() - HORIZONS[h]);
            for (final int s : SLOTS_OF[h]) {
                z[s] = valid && scale[s] != 0f ? now(s, p, from, to, window.lot()) : 0f;
            }
        }
    }

    private float now(final int s, final long[] p, final int from, final int to, final long lot) {
        final Slot slot = SLOTS[s];
        final long above = p[to + slot.above()] - p[from + slot.above()];
        final long below = p[to + slot.below()] - p[from + slot.below()];
        final long plusAbove = slot.plusAbove().added(slot.rows(), lot);
        final long plusBelow = slot.plusBelow().added(slot.rows(), lot);
        return switch (slot.kind().form()) {
            case SHARE -> SignalFormulas.z(SignalFormulas.share(above, below, usual[s]), median[s], scale[s]);
            case LOG -> SignalFormulas.z(SignalFormulas.logRatio(above + plusAbove, below + plusBelow), median[s], scale[s]);
            case BALANCE -> SignalFormulas.balance(above + plusAbove, below + plusBelow);
            case TREND -> SignalFormulas.trend(p[to + CpuLayout.Y] - p[from + CpuLayout.Y], p[to + CpuLayout.YY] - p[from + CpuLayout.YY]);
            case IMPACT -> SignalFormulas.residual(
                SignalFormulas.unexplained(p[to + CpuLayout.Y] - p[from + CpuLayout.Y], p[to + CpuLayout.X] - p[from + CpuLayout.X], usual[s]),
                SignalFormulas.residualScale(scale[s], (int) (p[to + CpuLayout.BUCKETS] - p[from + CpuLayout.BUCKETS])));
        };
    }
}
