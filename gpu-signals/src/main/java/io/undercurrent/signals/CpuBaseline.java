package io.undercurrent.signals;

import static io.undercurrent.signals.SignalDefinition.BUCKET;
import static io.undercurrent.signals.SignalDefinition.LONG;
import static io.undercurrent.signals.SignalDefinition.MAIN;
import static io.undercurrent.signals.SignalDefinition.SHORT;

/** What the coarse rows say is usual. It changes only when a coarse row closes, so it is computed once for ten rows. */
final class CpuBaseline {
    private static final int PITCH = SignalDefinition.MAX_POINTS;
    private static final long NEVER = -1;

    private final float[] median = new float[CpuFeature.COUNT];
    private final float[] scale = new float[CpuFeature.COUNT];
    private final CpuImpact flow = new CpuImpact(CpuMeasure.FLOW_SUMS, MAIN);
    private final CpuImpact flowLong = new CpuImpact(CpuMeasure.FLOW_SUMS, LONG);
    private final CpuImpact orderFlow = new CpuImpact(CpuMeasure.ORDER_FLOW_SUMS, MAIN);
    private long asOf = NEVER;
    private boolean shortKnown;
    private boolean mainKnown;
    private boolean longKnown;
    private float base;
    private float baseLong;
    private float slowSpread;

    void forget() {
        asOf = NEVER;
    }

    /** Brings it up to the window's newest coarse row. */
    void refresh(final CpuWindow window, final CpuScratch scratch) {
        if (asOf == window.coarseRows()) {
            return;
        }
        asOf = window.coarseRows();
        flow.refresh(window);
        flowLong.refresh(window);
        orderFlow.refresh(window);
        shortKnown = gatherShort(window, scratch);
        mainKnown = gatherMain(window, scratch);
        longKnown = gatherLong(window, scratch);
    }

    private boolean gatherShort(final CpuWindow window, final CpuScratch scratch) {
        final int found = scratch.findPoints(window, SHORT);
        if (found < SignalDefinition.MIN_POINTS) {
            return false;
        }
        final long[] p = window.coarsePrefixes();
        final int oldest = oldest(window);
        final int newest = newest(window, SHORT);
        slowSpread = SignalFormulas.spread(p[newest + CpuMeasure.SPREAD_TIME] - p[oldest + CpuMeasure.SPREAD_TIME],
            p[newest + CpuMeasure.VALID_MS] - p[oldest + CpuMeasure.VALID_MS]);
        for (int i = 0; i < found; i++) {
            CpuFeature.shorter(p, scratch.from(i), scratch.to(i), window.lot(), scratch.values(), PITCH, i);
        }
        describe(scratch, CpuFeature.SPREAD, found, SignalDefinition.STEADY_FLOOR);
        median[CpuFeature.VARIANCE] = scratch.median(CpuFeature.VARIANCE, found);
        describe(scratch, CpuFeature.VOLUME, found, SignalDefinition.LOG_FLOOR);
        describe(scratch, CpuFeature.UPDATES, found, SignalDefinition.LOG_FLOOR);
        return true;
    }

    private boolean gatherMain(final CpuWindow window, final CpuScratch scratch) {
        final int found = scratch.findPoints(window, MAIN);
        if (found < SignalDefinition.MIN_POINTS) {
            return false;
        }
        base = offExchangeBase(window, MAIN);
        for (int i = 0; i < found; i++) {
            CpuFeature.main(window.coarsePrefixes(), scratch.from(i), scratch.to(i), MAIN / BUCKET, window.lot(), base,
                scratch.values(), PITCH, i);
        }
        for (int side = 0; side < SignalSide.COUNT; side++) {
            describe(scratch, CpuFeature.OWN_REFILL + side, found, SignalDefinition.LOG_FLOOR);
            describe(scratch, CpuFeature.OWN_SMALL + side, found, SignalDefinition.LOG_FLOOR);
            describe(scratch, CpuFeature.OWN_DEPTH + side, found, SignalDefinition.STEADY_FLOOR);
            describe(scratch, CpuFeature.OWN_SWALLOWED + side, found, SignalDefinition.LOG_FLOOR);
        }
        describe(scratch, CpuFeature.OFF_EXCHANGE, found, SignalDefinition.LOG_FLOOR);
        return true;
    }

    private boolean gatherLong(final CpuWindow window, final CpuScratch scratch) {
        final int found = scratch.findPoints(window, LONG);
        if (found < SignalDefinition.MIN_POINTS) {
            return false;
        }
        baseLong = offExchangeBase(window, LONG);
        for (int i = 0; i < found; i++) {
            scratch.values()[CpuFeature.OFF_EXCHANGE_LONG * PITCH + i] =
                CpuFeature.offExchange(window.coarsePrefixes(), scratch.from(i), scratch.to(i), window.lot(), baseLong);
        }
        describe(scratch, CpuFeature.OFF_EXCHANGE_LONG, found, SignalDefinition.LOG_FLOOR);
        return true;
    }

    private static float offExchangeBase(final CpuWindow window, final int horizon) {
        final long[] p = window.coarsePrefixes();
        final int oldest = oldest(window);
        final int newest = newest(window, horizon);
        return SignalFormulas.base(p[newest + CpuMeasure.OFF_MID] - p[oldest + CpuMeasure.OFF_MID],
            p[newest + CpuMeasure.TAPE_VOLUME] - p[oldest + CpuMeasure.TAPE_VOLUME]);
    }

    /** Entry before the oldest coarse row. */
    private static int oldest(final CpuWindow window) {
        return window.coarseEntry(window.coarseRows() - window.coarseHeld());
    }

    /** Entry behind the newest coarse row of the baseline. */
    private static int newest(final CpuWindow window, final int horizon) {
        return window.coarseEntry(window.coarseRows() - SignalDefinition.coarseGap(horizon));
    }

    private void describe(final CpuScratch scratch, final int feature, final int found, final float floor) {
        median[feature] = scratch.median(feature, found);
        scale[feature] = SignalFormulas.scale(scratch.deviation(feature, found, median[feature]), floor);
    }

    float z(final int feature, final float[] now) {
        return SignalFormulas.z(now[feature], median[feature], scale[feature]);
    }

    float median(final int feature) {
        return median[feature];
    }

    boolean shortKnown() {
        return shortKnown;
    }

    boolean mainKnown() {
        return mainKnown;
    }

    boolean longKnown() {
        return longKnown;
    }

    float base() {
        return base;
    }

    float baseLong() {
        return baseLong;
    }

    float slowSpread() {
        return slowSpread;
    }

    CpuImpact flow() {
        return flow;
    }

    CpuImpact flowLong() {
        return flowLong;
    }

    CpuImpact orderFlow() {
        return orderFlow;
    }
}
