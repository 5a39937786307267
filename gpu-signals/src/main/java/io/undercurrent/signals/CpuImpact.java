package io.undercurrent.signals;

import static io.undercurrent.signals.SignalDefinition.BUCKET;

/** The usual impact of a kind of flow, and how far the newest rows depart from it. */
final class CpuImpact {
    private final int sums;
    private final int horizon;
    /** Place of the flow in a bucket of {@link CpuWindow#buckets}. */
    private final int flow;
    private boolean known;
    private float beta;
    private float sigma;

    /** @param sums {@link CpuMeasure#FLOW_SUMS} or {@link CpuMeasure#ORDER_FLOW_SUMS} */
    CpuImpact(final int sums, final int horizon) {
        this.sums = sums;
        this.horizon = horizon;
        flow = sums == CpuMeasure.FLOW_SUMS ? 1 : 2;
    }

    void refresh(final CpuWindow window) {
        final int last = SignalDefinition.lastPoint(window.coarseHeld(), horizon);
        known = false;
        if (last < SignalDefinition.MIN_POINTS) {
            return;
        }
        final long oldest = window.coarseRows() - window.coarseHeld();
        final int from = window.coarseEntry(oldest + 1);
        final int to = window.coarseEntry(oldest + last + 1);
        final long[] p = window.coarsePrefixes();
        final int buckets = (int) (p[to + CpuMeasure.BUCKETS] - p[from + CpuMeasure.BUCKETS]);
        if (buckets >= SignalDefinition.MIN_POINTS) {
            final long xy = p[to + sums + 2] - p[from + sums + 2];
            beta = SignalFormulas.beta(p[to + sums] - p[from + sums], p[to + sums + 1] - p[from + sums + 1], xy);
            sigma = SignalFormulas.sigma(p[to + CpuMeasure.YY] - p[from + CpuMeasure.YY], xy, beta, buckets);
            known = true;
        }
    }

    /** t as accumulation sees it; distribution's is its negative. NaN: unavailable. */
    float residual(final CpuWindow window) {
        if (!known || !window.valid(horizon)) {
            return Float.NaN;
        }
        final int[] buckets = window.buckets();
        int count = 0;
        long x = 0;
        long y = 0;
        for (int ago = 0; ago < horizon; ago += BUCKET) {
            final int b = window.bucket(ago);
            count += buckets[b];
            x += buckets[b + flow];
            y += buckets[b + 3];
        }
        return SignalFormulas.residual(y, x, beta, sigma, count);
    }
}
