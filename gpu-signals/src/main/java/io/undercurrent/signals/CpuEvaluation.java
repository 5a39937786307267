package io.undercurrent.signals;

import static io.undercurrent.signals.SignalDefinition.LONG;
import static io.undercurrent.signals.SignalDefinition.MAIN;
import static io.undercurrent.signals.SignalDefinition.SHORT;
import static io.undercurrent.signals.SignalDefinition.SPREAD_FAST;

/** The five signals of both sides of a window at its newest row. One of them serves all windows of a {@link CpuBackend}. */
final class CpuEvaluation {
    private static final SignalSide[] SIDES = SignalSide.values();

    private final CpuScratch scratch = new CpuScratch();
    private CpuWindow window;
    private CpuBaseline baseline;
    private long lot;
    private long rise;
    private float bpPerSecond;
    private float t;
    private float tLong;
    private float tOrderFlow;
    private boolean mainReady;
    private boolean longReady;
    private boolean shortReady;

    void evaluate(final CpuWindow instrument, final SignalResults results, final int i) {
        window = instrument;
        baseline = instrument.baseline();
        baseline.refresh(window, scratch);
        prepare();
        for (final SignalSide side : SIDES) {
            final int s = side.ordinal();
            results.score(i, side, Signal.ABSORPTION, absorption(s));
            results.score(i, side, Signal.CREEP, creep(s));
            results.score(i, side, Signal.DARK_POOL, darkPool(s));
            results.score(i, side, Signal.SINKHOLE, sinkhole(s));
            results.score(i, side, Signal.CONTRACTION, contraction(s));
        }
    }

    private void prepare() {
        lot = window.lot();
        mainReady = baseline.mainKnown() && window.valid(MAIN);
        longReady = baseline.longKnown() && window.valid(LONG);
        shortReady = baseline.shortKnown() && window.valid(SHORT) && window.valid(MAIN);
        t = baseline.flow().residual(window);
        tLong = baseline.flowLong().residual(window);
        tOrderFlow = baseline.orderFlow().residual(window);
        rise = window.change(MAIN);
        bpPerSecond = SignalFormulas.bpPerSecond(rise, window.mid2(MAIN), (long) MAIN * window.rowMs());
        final long[] p = window.finePrefixes();
        final int to = window.fineEntry(window.rows());
        if (mainReady) {
            CpuFeature.main(p, window.fineEntry(window.rows() - MAIN), to, MAIN, lot, baseline.base(), scratch.now(), 1, 0);
        }
        if (longReady) {
            scratch.now()[CpuFeature.OFF_EXCHANGE_LONG] =
                CpuFeature.offExchange(p, window.fineEntry(window.rows() - LONG), to, lot, baseline.baseLong());
        }
        if (shortReady) {
            CpuFeature.shorter(p, window.fineEntry(window.rows() - SHORT), to, lot, scratch.now(), 1, 0);
        }
    }

    private float absorption(final int side) {
        if (!has(RowLayout.HAS_OWN_VENUE_TRADES) || !mainReady || Float.isNaN(t) || !window.valid(SPREAD_FAST)) {
            return Float.NaN;
        }
        final float refillX = z(CpuFeature.OWN_REFILL + side);
        final long hit = window.fineSum(CpuMeasure.OWN_HIT + side, MAIN);
        return SignalFormulas.absorption(refillX, seenBy(side, t), hit, lot, SignalFormulas.spreadRatio(spread(SPREAD_FAST), spread(MAIN)));
    }

    private float creep(final int side) {
        return mainReady ? SignalFormulas.creep(z(CpuFeature.OWN_SMALL + side), seenBy(side, rise), seenBy(side, bpPerSecond)) : Float.NaN;
    }

    private float darkPool(final int side) {
        if (!has(RowLayout.HAS_OFF_EXCHANGE) || !mainReady || Float.isNaN(tOrderFlow)) {
            return Float.NaN;
        }
        final float main = z(CpuFeature.OFF_EXCHANGE);
        return SignalFormulas.darkPool(main, longReady ? z(CpuFeature.OFF_EXCHANGE_LONG) : main, seenBy(side, tOrderFlow));
    }

    private float sinkhole(final int side) {
        if (!has(RowLayout.HAS_DEPTH) || !mainReady || Float.isNaN(tLong)) {
            return Float.NaN;
        }
        return SignalFormulas.sinkhole(z(CpuFeature.OWN_DEPTH + side), z(CpuFeature.OWN_SWALLOWED + side), seenBy(side, tLong));
    }

    private float contraction(final int side) {
        if (!shortReady) {
            return Float.NaN;
        }
        final float calm = scratch.now()[CpuFeature.VARIANCE] - baseline.median(CpuFeature.VARIANCE);
        return SignalFormulas.contraction(z(CpuFeature.SPREAD), calm, baseline.slowSpread(), seenBy(side, rise),
            z(CpuFeature.VOLUME), z(CpuFeature.UPDATES));
    }

    private float z(final int feature) {
        return baseline.z(feature, scratch.now());
    }

    private float spread(final int horizon) {
        return SignalFormulas.spread(window.fineSum(CpuMeasure.SPREAD_TIME, horizon), window.fineSum(CpuMeasure.VALID_MS, horizon));
    }

    private boolean has(final int capability) {
        return (window.capabilities() & capability) != 0;
    }

    private static float seenBy(final int side, final float change) {
        return side == 0 ? change : -change;
    }

    private static long seenBy(final int side, final long change) {
        return side == 0 ? change : -change;
    }
}
