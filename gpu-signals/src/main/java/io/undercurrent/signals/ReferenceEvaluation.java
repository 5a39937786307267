package io.undercurrent.signals;

import static io.undercurrent.signals.RowColumn.*;
import static io.undercurrent.signals.SignalDefinition.BUCKET;
import static io.undercurrent.signals.SignalDefinition.LOG_FLOOR;
import static io.undercurrent.signals.SignalDefinition.LONG;
import static io.undercurrent.signals.SignalDefinition.MAIN;
import static io.undercurrent.signals.SignalDefinition.SHORT;
import static io.undercurrent.signals.SignalDefinition.SPREAD_FAST;
import static io.undercurrent.signals.SignalDefinition.STEADY_FLOOR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The five signals of one side of one window at its newest row, computed from nothing but its rows. NaN: unavailable. On the way it notes
 * every {@link Feature} and {@link Gate} that a score rests on, so that an explanation shows the values that were used.
 */
final class ReferenceEvaluation {
    private static final float NOT_SUMMED = Float.NaN;

    private final List<long[]> fine;
    private final List<long[]> coarse;
    private final SignalSide side;
    private final int rowMs;
    private final long lot;
    private final List<Feature> features = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();

    ReferenceEvaluation(final ReferenceWindow window, final SignalSide side, final int rowMs) {
        fine = window.fine();
        coarse = window.coarse();
        this.side = side;
        this.rowMs = rowMs;
        lot = coarse.isEmpty() ? 1 : Math.max(1, coarse.getLast()[LOT.ordinal()]);
    }

    float score(final Signal signal) {
        return explain(signal).score();
    }

    Explanation explain(final Signal signal) {
        features.clear();
        gates.clear();
        final float score = switch (signal) {
            case ABSORPTION -> absorption();
            case CREEP -> creep();
            case DARK_POOL -> darkPool();
            case SINKHOLE -> sinkhole();
            case CONTRACTION -> contraction();
        };
        return new Explanation(signal, side, score, features, gates);
    }

    private float absorption() {
        final float weight = 1f / SignalFormulas.ABSORBING_FEATURES;
        final float refillX = z("refill", MAIN, LOG_FLOOR, weight, "summed", w -> SignalFormulas.refill(
            w.sum(BID_REFILL) + w.sum(BID_HIDDEN), w.sum(ASK_REFILL) + w.sum(ASK_HIDDEN), lot));
        final float t = impactResidual("impact", MAIN, false, weight, "summed");
        final boolean shown = has(RowLayout.HAS_OWN_VENUE_TRADES, "own-venue trades");
        if (!valid(SPREAD_FAST) || !shown || Float.isNaN(refillX) || Float.isNaN(t)) {
            return Float.NaN;
        }
        final float spreadRatio = SignalFormulas.spreadRatio(now(SPREAD_FAST).spread(), now(MAIN).spread());
        final long hit = now(MAIN).sum(BID_HIT);
        gate("sum", MAIN, SignalFormulas.absorbing(refillX, t), SignalFormulas.ABSORBING);
        gate("volume that hit", MAIN, (float) hit, "at least " + SignalFormulas.leastHit(lot), hit >= SignalFormulas.leastHit(lot));
        gate("spread, 30 rows/300", MAIN, spreadRatio, SignalFormulas.WIDENING.falling(), SignalFormulas.steady(spreadRatio));
        return SignalFormulas.absorption(refillX, t, hit, lot, spreadRatio);
    }

    private float creep() {
        final float small = z("small trades", MAIN, LOG_FLOOR, NOT_SUMMED, "graded",
            w -> SignalFormulas.small(w.sum(SMALL_BUY_VOLUME), w.litVolume(), lot));
        if (Float.isNaN(small)) {
            return Float.NaN;
        }
        final float bpPerSecond = SignalFormulas.bpPerSecond(rise(), mid2BeforeMain(), (long) MAIN * rowMs);
        gate("small trades z", MAIN, small, SignalFormulas.SMALL);
        rising();
        gate("bp per second", MAIN, bpPerSecond, "below " + SignalFormulas.MAX_BP_PER_SECOND,
            bpPerSecond < SignalFormulas.MAX_BP_PER_SECOND);
        return SignalFormulas.creep(small, rise(), bpPerSecond);
    }

    private float darkPool() {
        final float main = offExchange(MAIN);
        final float longer = offExchange(LONG);
        final float litT = impactResidual("impact of orders", MAIN, true, NOT_SUMMED, "graded");
        if (!has(RowLayout.HAS_OFF_EXCHANGE, "off-exchange prints") || Float.isNaN(main) || Float.isNaN(litT)) {
            return Float.NaN;
        }
        final float known = Float.isNaN(longer) ? main : longer;
        gate("larger z", 0, SignalFormulas.larger(main, known), SignalFormulas.DARK);
        gate("impact of orders", MAIN, litT, SignalFormulas.UNEXPLAINED);
        return SignalFormulas.darkPool(main, known, litT);
    }

    private float offExchange(final int horizon) {
        final ReferenceStretch all = wholeBaseline(horizon);
        final float base = SignalFormulas.base(all.sum(OFF_MID), all.tapeVolume());
        return z("midpoint share", horizon, LOG_FLOOR, NOT_SUMMED, "the larger of two",
            w -> SignalFormulas.offExchange(w.sum(OFF_MID), w.tapeVolume(), lot, base));
    }

    private float sinkhole() {
        final float depth = z("depth", MAIN, STEADY_FLOOR, NOT_SUMMED, "the smaller of two",
            w -> SignalFormulas.depth(w.sum(BID_DEPTH10), w.count(), lot));
        final float swallowed = z("swallowed", MAIN, LOG_FLOOR, NOT_SUMMED, "the smaller of two", w -> SignalFormulas.swallowed(
            w.sum(BID_EXECUTED_DEEP) + w.sum(BID_REFILL) + w.sum(BID_HIDDEN), w.sum(BID_CANCELLED10), lot));
        final float t = impactResidual("impact", LONG, false, NOT_SUMMED, "graded");
        if (!has(RowLayout.HAS_DEPTH, "levels behind the best") || Float.isNaN(depth) || Float.isNaN(swallowed) || Float.isNaN(t)) {
            return Float.NaN;
        }
        gate("smaller z", MAIN, SignalFormulas.smaller(depth, swallowed), SignalFormulas.SINKING);
        gate("impact", LONG, t, SignalFormulas.UNEXPLAINED);
        return SignalFormulas.sinkhole(depth, swallowed, t);
    }

    private float contraction() {
        final float[] variances = baseline(SHORT, w -> SignalFormulas.variance(w.sum(MID2_SQUARE_SUM)));
        final boolean known = valid(SHORT);
        if (!valid(MAIN) || !known || variances.length < SignalDefinition.MIN_POINTS) {
            features.add(new Feature("movement", SHORT, Float.NaN, Float.NaN, 1f, Float.NaN, variances.length, NOT_SUMMED, "graded"));
            return Float.NaN;
        }
        final float variance = SignalFormulas.variance(now(SHORT).sum(MID2_SQUARE_SUM));
        final float calm = variance - median(variances);
        final float slowSpread = wholeBaseline(SHORT).spread();
        final boolean wide = SignalFormulas.isWide(slowSpread);
        features.add(new Feature("movement", SHORT, variance, median(variances), 1f, calm, variances.length, NOT_SUMMED, "graded"));
        final float spread = z("spread", SHORT, STEADY_FLOOR, NOT_SUMMED,
            wide ? "graded" : "unused: 1-tick name",
            w -> SignalFormulas.logSpread(w.sum(SPREAD_TIME), w.sum(VALID_MS)));
        final float volume = z("volume", SHORT, LOG_FLOOR, NOT_SUMMED, "asked for", w -> SignalFormulas.volume(w.litVolume(), lot));
        final float updates = z("book updates", SHORT, LOG_FLOOR, NOT_SUMMED, "asked for",
            w -> SignalFormulas.updates(w.sum(BOOK_UPDATES)));
        gate("halvings of deviation", SHORT, SignalFormulas.quietness(calm), SignalFormulas.QUIET);
        if (wide) {
            gate("minus spread z", SHORT, -spread, SignalFormulas.TIGHT);
        }
        rising();
        active("volume z", volume);
        active("book updates z", updates);
        return SignalFormulas.contraction(spread, calm, slowSpread, rise(), volume, updates);
    }

    private void rising() {
        gate("rise in half ticks", MAIN, (float) rise(), "above 0", SignalFormulas.rises(rise()));
    }

    private void active(final String name, final float z) {
        gate(name, SHORT, z, "above " + SignalFormulas.LEAST_ACTIVITY, SignalFormulas.isActive(z));
    }

    private void gate(final String name, final int rows, final float value, final Ramp ramp) {
        gate(name, rows, value, ramp.rising(), ramp.of(value));
    }

    private void gate(final String name, final int rows, final float value, final String needs, final boolean holds) {
        gate(name, rows, value, needs, holds ? 1f : 0f);
    }

    private void gate(final String name, final int rows, final float value, final String needs, final float passes) {
        gates.add(new Gate(name, rows, value, needs, passes));
    }

    private boolean has(final int capability, final String what) {
        final boolean has = (fine.getLast()[CAPABILITIES.ordinal()] & capability) != 0;
        gate(what, 0, has ? 1f : 0f, "1: shown by the feed", has);
        return has;
    }

    /** At least half of the time of the newest rows is; else that is a gate which blocks. */
    private boolean valid(final int horizon) {
        final boolean enough = fine.size() >= horizon;
        final long validMs = enough ? now(horizon).sum(VALID_MS) : 0;
        final boolean valid = enough && SignalDefinition.enoughValid(validMs, horizon, rowMs);
        if (!valid && gates.stream().noneMatch(gate -> gate.name().equals("time with two sides") && gate.rows() == horizon)) {
            gate("time with two sides", horizon, (float) validMs / ((float) horizon * rowMs), "at least half of " + horizon + " rows", false);
        }
        return valid;
    }

    /** The feature of the newest {@code horizon} rows against its baseline. */
    private float z(
            final String name, final int horizon, final float floor, final float weight, final String use, final Measured measured) {
        final float[] points = baseline(horizon, measured);
        if (!valid(horizon) || points.length < SignalDefinition.MIN_POINTS) {
            return unknown(name, horizon, points.length, weight, use);
        }
        final float median = median(points);
        final float[] deviations = new float[points.length];
        for (int p = 0; p < points.length; p++) {
            deviations[p] = Math.abs(points[p] - median);
        }
        final float value = measured.of(now(horizon));
        final float scale = SignalFormulas.scale(median(deviations), floor);
        return feature(name, horizon, value, median, scale, points.length, weight, use);
    }

    private float feature(
            final String name, final int horizon, final float value, final float median, final float scale, final int points,
            final float weight, final String use) {
        final float z = SignalFormulas.z(value, median, scale);
        features.add(new Feature(name, horizon, value, median, scale, z, points, weight, use));
        return z;
    }

    private float unknown(final String name, final int horizon, final int points, final float weight, final String use) {
        features.add(new Feature(name, horizon, Float.NaN, Float.NaN, Float.NaN, Float.NaN, points, weight, use));
        return Float.NaN;
    }

    /** The feature at the baseline's points, without those whose time was not valid. */
    private float[] baseline(final int horizon, final Measured measured) {
        final int candidates = SignalDefinition.candidates(coarse.size(), horizon);
        final int stride = SignalDefinition.stride(candidates, horizon);
        final int last = SignalDefinition.lastPoint(coarse.size(), horizon);
        final float[] points = new float[SignalDefinition.MAX_POINTS];
        int found = 0;
        for (int p = 0; p < SignalDefinition.points(candidates, stride); p++) {
            final ReferenceStretch window = stretch(coarse, last - p * stride, horizon / BUCKET);
            if (SignalDefinition.enoughValid(window.sum(VALID_MS), horizon, rowMs)) {
                points[found++] = measured.of(window);
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
    private float impactResidual(final String name, final int horizon, final boolean orderFlow, final float weight, final String use) {
        final ReferenceBuckets before = new ReferenceBuckets(side, rowMs, orderFlow);
        for (int c = 1; c <= SignalDefinition.lastPoint(coarse.size(), horizon); c++) {
            before.add(stretch(coarse, c, 1), coarse.get(c - 1)[MID2_CLOSE.ordinal()]);
        }
        if (!valid(horizon) || before.count() < SignalDefinition.MIN_POINTS) {
            return unknown(name, horizon, before.count(), weight, use);
        }
        final ReferenceBuckets now = new ReferenceBuckets(side, rowMs, orderFlow);
        for (int last = fine.size() - 1; last >= fine.size() - horizon; last -= BUCKET) {
            now.add(stretch(fine, last, BUCKET), fine.get(last - BUCKET)[MID2_CLOSE.ordinal()]);
        }
        final float scale = SignalFormulas.residualScale(before.sigma(), now.count());
        return feature(name, horizon, now.unexplained(before.beta()), 0f, scale, before.count(), weight, use);
    }

    private ReferenceStretch now(final int horizon) {
        return stretch(fine, fine.size() - 1, horizon);
    }

    private ReferenceStretch wholeBaseline(final int horizon) {
        final int last = SignalDefinition.lastPoint(coarse.size(), horizon);
        return stretch(coarse, last, Math.max(0, last + 1));
    }

    private ReferenceStretch stretch(final List<long[]> rows, final int last, final int count) {
        return new ReferenceStretch(rows, last, count, side);
    }

    private long mid2BeforeMain() {
        final int before = fine.size() - 1 - MAIN;
        return before < 0 ? 0 : fine.get(before)[MID2_CLOSE.ordinal()];
    }

    private long rise() {
        return Mirror.sign(side) * SignalDefinition.change(mid2BeforeMain(), fine.getLast()[MID2_CLOSE.ordinal()]);
    }

    /** What a feature is of rows. */
    @FunctionalInterface
    private interface Measured {
        float of(ReferenceStretch window);
    }
}
