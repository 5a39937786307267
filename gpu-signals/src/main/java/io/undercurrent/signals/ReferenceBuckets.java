package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;

/** Sums over buckets of flow (x) and change of mid2 (y), as one side sees them. */
final class ReferenceBuckets {
    private final SignalSide side;
    private final int rowMs;
    private int count;
    private long x;
    private long y;
    private long squaresHigh;
    private long squaresLow;
    private long xy;
    private long yy;

    ReferenceBuckets(final SignalSide side, final int rowMs) {
        this.side = side;
        this.rowMs = rowMs;
    }

    /** @param mid2Before of the row before the bucket; 0: not known */
    void add(final ReferenceStretch bucket, final long mid2Before) {
        if (!bucket.valid(SignalDefinition.BUCKET, rowMs)) {
            return;
        }
        final long bx = SignalDefinition.clamp(bucket.sum(BUY_VOLUME) - bucket.sum(SELL_VOLUME), SignalDefinition.MAX_FLOW);
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

    float trend() {
        return SignalFormulas.trend(y, yy);
    }
}
