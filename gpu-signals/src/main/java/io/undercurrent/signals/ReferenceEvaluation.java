package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;
import static io.undercurrent.signals.SignalDefinition.BUCKET;
import static io.undercurrent.signals.SignalDefinition.LOG_FLOOR;
import static io.undercurrent.signals.SignalDefinition.LONG;
import static io.undercurrent.signals.SignalDefinition.MAIN;
import static io.undercurrent.signals.SignalDefinition.SHORT;
import static io.undercurrent.signals.SignalDefinition.SPREAD_FAST;
import static io.undercurrent.signals.SignalDefinition.STEADY_FLOOR;

import java.util.Arrays;
import java.util.List;

/** The five signals of one side of one window at its newest row, computed from nothing but its rows. NaN: unavailable. */
final class ReferenceEvaluation {
    private final List<long[]> fine;
    private final List<long[]> coarse;
    private final SignalSide side;
    private final int rowMs;
    private final long lot;

    ReferenceEvaluation(final ReferenceWindow window, final SignalSide side, final int rowMs) {
        fine = window.fine();
        coarse = window.coarse();
        this.side = side;
        this.rowMs = rowMs;
        lot = coarse.isEmpty() ? 1 : Math.max(1, coarse.getLast()[LOT.ordinal()]);
    }

    float score(final Signal signal) {
        return switch (signal) {
            case ABSORPTION -> absorption();
            case CREEP -> creep();
            case DARK_POOL -> darkPool();
            case SINKHOLE -> sinkhole();
            case CONTRACTION -> contraction();
        };
    }

    private float absorption() {
        final float refillX = z(MAIN, LOG_FLOOR, w -> SignalFormulas.refill(
            w.sum(BID_REFILL) + w.sum(BID_HIDDEN), w.sum(ASK_REFILL) + w.sum(ASK_HIDDEN), lot));
        final float t = impactResidual(MAIN, false);
        if (!has(RowLayout.HAS_OWN_VENUE_TRADES) || !valid(SPREAD_FAST) || Float.isNaN(refillX) || Float.isNaN(t)) {
            return Float.NaN;
        }
        final float spreadRatio = SignalFormulas.spreadRatio(now(SPREAD_FAST).spread(), now(MAIN).spread());
        return SignalFormulas.absorption(refillX, t, now(MAIN).sum(BID_HIT), lot, spreadRatio);
    }

    private float creep() {
        final float small = z(MAIN, LOG_FLOOR, w -> SignalFormulas.small(w.sum(SMALL_BUY_VOLUME), w.litVolume(), lot));
        if (Float.isNaN(small)) {
            return Float.NaN;
        }
        final float bpPerSecond = SignalFormulas.bpPerSecond(rise(), mid2BeforeMain(), (long) MAIN * rowMs);
        return SignalFormulas.creep(small, rise(), bpPerSecond);
    }

    private float darkPool() {
        final float main = offExchange(MAIN);
        final float longer = offExchange(LONG);
        final float litT = impactResidual(MAIN, true);
        if (!has(RowLayout.HAS_OFF_EXCHANGE) || Float.isNaN(main) || Float.isNaN(litT)) {
            return Float.NaN;
        }
        return SignalFormulas.darkPool(main, Float.isNaN(longer) ? main : longer, litT);
    }

    private float offExchange(final int horizon) {
        final Window all = wholeBaseline(horizon);
        final float base = SignalFormulas.base(all.sum(OFF_MID), all.tapeVolume());
        return z(horizon, LOG_FLOOR, w -> SignalFormulas.offExchange(w.sum(OFF_MID), w.tapeVolume(), lot, base));
    }

    private float sinkhole() {
        final float depth = z(MAIN, STEADY_FLOOR, w -> SignalFormulas.depth(w.sum(BID_DEPTH10), w.count(), lot));
        final float swallowed = z(MAIN, LOG_FLOOR, w -> SignalFormulas.swallowed(
            w.sum(BID_EXECUTED_DEEP) + w.sum(BID_REFILL) + w.sum(BID_HIDDEN), w.sum(BID_CANCELLED10), lot));
        final float t = impactResidual(LONG, false);
        if (!has(RowLayout.HAS_DEPTH) || Float.isNaN(depth) || Float.isNaN(swallowed) || Float.isNaN(t)) {
            return Float.NaN;
        }
        return SignalFormulas.sinkhole(depth, swallowed, t);
    }

    private float contraction() {
        final float[] variances = baseline(SHORT, w -> SignalFormulas.variance(w.sum(MID2_SQUARE_SUM)));
        if (!valid(SHORT) || !valid(MAIN) || variances.length < SignalDefinition.MIN_POINTS) {
            return Float.NaN;
        }
        final float calm = SignalFormulas.variance(now(SHORT).sum(MID2_SQUARE_SUM)) - median(variances);
        final float spread = z(SHORT, STEADY_FLOOR, w -> SignalFormulas.logSpread(w.sum(SPREAD_TIME), w.sum(VALID_MS)));
        final float volume = z(SHORT, LOG_FLOOR, w -> SignalFormulas.volume(w.litVolume(), lot));
        final float updates = z(SHORT, LOG_FLOOR, w -> SignalFormulas.updates(w.sum(BOOK_UPDATES)));
        return SignalFormulas.contraction(spread, calm, wholeBaseline(SHORT).spread(), rise(), volume, updates);
    }

    private boolean has(final int capability) {
        return (fine.getLast()[CAPABILITIES.ordinal()] & capability) != 0;
    }

    private boolean valid(final int horizon) {
        return fine.size() >= horizon && SignalDefinition.enoughValid(now(horizon).sum(VALID_MS), horizon, rowMs);
    }

    /** The feature of the newest {@code horizon} rows against its baseline. */
    private float z(final int horizon, final float floor, final Feature feature) {
        final float[] points = baseline(horizon, feature);
        if (!valid(horizon) || points.length < SignalDefinition.MIN_POINTS) {
            return Float.NaN;
        }
        final float median = median(points);
        final float[] deviations = new float[points.length];
        for (int p = 0; p < points.length; p++) {
            deviations[p] = Math.abs(points[p] - median);
        }
        return SignalFormulas.z(feature.of(now(horizon)), median, SignalFormulas.scale(median(deviations), floor));
    }

    /** The feature at the baseline's points, without those whose time was not valid. */
    private float[] baseline(final int horizon, final Feature feature) {
        final int candidates = SignalDefinition.candidates(coarse.size(), horizon);
        final int stride = SignalDefinition.stride(candidates, horizon);
        final int last = SignalDefinition.lastPoint(coarse.size(), horizon);
        final float[] points = new float[SignalDefinition.MAX_POINTS];
        int found = 0;
        for (int p = 0; p < SignalDefinition.points(candidates, stride); p++) {
            final Window window = new Window(coarse, last - p * stride, horizon / BUCKET);
            if (SignalDefinition.enoughValid(window.sum(VALID_MS), horizon, rowMs)) {
                points[found++] = feature.of(window);
            }
        }
        return Arrays.copyOf(points, found);
    }

    private static float median(final float[] values) {
        final float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }

    /** How far the price went beyond what the flow explains, in deviations. */
    private float impactResidual(final int horizon, final boolean orderFlow) {
        final Buckets before = new Buckets(orderFlow);
        for (int c = 1; c <= SignalDefinition.lastPoint(coarse.size(), horizon); c++) {
            before.add(new Window(coarse, c, 1), coarse.get(c - 1)[MID2_CLOSE.ordinal()]);
        }
        if (!valid(horizon) || before.count < SignalDefinition.MIN_POINTS) {
            return Float.NaN;
        }
        final Buckets now = new Buckets(orderFlow);
        for (int last = fine.size() - 1; last >= fine.size() - horizon; last -= BUCKET) {
            now.add(new Window(fine, last, BUCKET), fine.get(last - BUCKET)[MID2_CLOSE.ordinal()]);
        }
        final float beta = SignalFormulas.beta(before.squaresHigh, before.squaresLow, before.xy);
        final float sigma = SignalFormulas.sigma(before.yy, before.xy, beta, before.count);
        return SignalFormulas.residual(now.y, now.x, beta, sigma, now.count);
    }

    private Window now(final int horizon) {
        return new Window(fine, fine.size() - 1, horizon);
    }

    private Window wholeBaseline(final int horizon) {
        final int last = SignalDefinition.lastPoint(coarse.size(), horizon);
        return new Window(coarse, last, Math.max(0, last + 1));
    }

    private long mid2BeforeMain() {
        final int before = fine.size() - 1 - MAIN;
        return before < 0 ? 0 : fine.get(before)[MID2_CLOSE.ordinal()];
    }

    private long rise() {
        return Mirror.sign(side) * SignalDefinition.change(mid2BeforeMain(), fine.getLast()[MID2_CLOSE.ordinal()]);
    }

    @FunctionalInterface
    private interface Feature {
        float of(Window window);
    }

    /** {@code count} rows, the newest at {@code last}, read from this evaluation's side. */
    private final class Window {
        private final List<long[]> rows;
        private final int last;
        private final int count;

        Window(final List<long[]> rows, final int last, final int count) {
            this.rows = rows;
            this.last = last;
            this.count = count;
        }

        int count() {
            return count;
        }

        long sum(final RowColumn ofAccumulation) {
            return ReferenceWindow.sum(rows, last, count, Mirror.column(side, ofAccumulation));
        }

        long litVolume() {
            return sum(BUY_VOLUME) + sum(SELL_VOLUME) + sum(UNSIGNED_VOLUME);
        }

        long tapeVolume() {
            return litVolume() + sum(OFF_VOLUME);
        }

        float spread() {
            return SignalFormulas.spread(sum(SPREAD_TIME), sum(VALID_MS));
        }
    }

    /** Sums over buckets of flow (x) and change of mid2 (y), as this side sees them. */
    private final class Buckets {
        private final boolean orderFlow;
        private int count;
        private long x;
        private long y;
        private long squaresHigh;
        private long squaresLow;
        private long xy;
        private long yy;

        Buckets(final boolean orderFlow) {
            this.orderFlow = orderFlow;
        }

        void add(final Window bucket, final long mid2Before) {
            if (!SignalDefinition.enoughValid(bucket.sum(VALID_MS), BUCKET, rowMs)) {
                return;
            }
            final long flow = orderFlow ? Mirror.sign(side) * bucket.sum(OFI1) : bucket.sum(BUY_VOLUME) - bucket.sum(SELL_VOLUME);
            final long mid2 = bucket.rows.get(bucket.last)[MID2_CLOSE.ordinal()];
            final long bx = SignalDefinition.clamp(flow, SignalDefinition.MAX_FLOW);
            final long by = SignalDefinition.clamp(
                Mirror.sign(side) * SignalDefinition.change(mid2Before, mid2), SignalDefinition.MAX_CHANGE);
            count++;
            x += bx;
            y += by;
            squaresHigh += (bx * bx) >>> 32;
            squaresLow += (bx * bx) & 0xffff_ffffL;
            xy += bx * by;
            yy += by * by;
        }
    }
}
