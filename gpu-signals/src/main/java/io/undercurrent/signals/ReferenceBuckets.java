package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;

/** Sums over buckets of flow (x) and change of mid2 (y), as one side sees them. */
final class ReferenceBuckets {
    private final SignalSide side;
    private final int rowMs;
    private final boolean orderFlow;
    private int count;
    private long x;
    private long y;
    private long squaresHigh;
    private long squaresLow;
    private long xy;
    private long yy;

    /** @param orderFlow flow is that of the orders, not that of the trades */
    ReferenceBuckets(final SignalSide side, final int rowMs, final boolean orderFlow) {
        this.side = side;
        this.rowMs = rowMs;
        this.orderFlow = orderFlow;
    }

    void add(final ReferenceStretch bucket, final long mid2Before) {
        if (!SignalDefinition.enoughValid(bucket.sum(VALID_MS), SignalDefinition.BUCKET, rowMs)) {
            return;
        }
        final long flow = orderFlow ? Mirror.sign(side) * bucket.sum(OFI1) : bucket.sum(BUY_VOLUME) - bucket.sum(SELL_VOLUME);
        final long bx = SignalDefinition.clamp(flow, SignalDefinition.MAX_FLOW);
        final long by = SignalDefinition.clamp(
            Mirror.sign(side) * SignalDefinition.change(mid2Before, bucket.mid2()), SignalDefinition.MAX_CHANGE);
        count++;
        x += bx;
        y += by;
        squaresHigh += (bx * bx) >>> 32;
        squaresLow += (bx * bx) & 0xffff_ffffL;
        xy += bx * by;
        yy += by * by;
    }

    int count() {
        return count;
    }

    float beta() {
        return SignalFormulas.beta(squaresHigh, squaresLow, xy);
    }

    float sigma() {
        return SignalFormulas.sigma(yy, xy, beta(), count);
    }

    /** How much further the price went than flow of this impact takes it. */
    float unexplained(final float beta) {
        return SignalFormulas.unexplained(y, x, beta);
    }
}
