package io.undercurrent.score;

import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.SignalDefinition;
import io.undercurrent.signals.SignalSide;
import io.undercurrent.signals.Sweep;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The detectors that any good one must beat, on the same rows and averaged over the same minute as the signals. One thread. */
final class Baselines {
    private static final double AVERAGING_NS = 60e9;
    private static final double LN_2 = StrictMath.log(2);
    private static final float STEP = (float) -StrictMath.expm1(-Samples.INTERVAL_NS / AVERAGING_NS);
    private static final Measure[] MEASURES = {Measure.RANDOM, Measure.VOLUME_Z, Measure.OFI_Z};

    private final UnusualFlow volume = new UnusualFlow();
    private final UnusualFlow imbalance = new UnusualFlow();
    private final SplittableRandom random;
    private final float[] averages = new float[Measure.COUNT * SignalSide.COUNT];
    private long lot = 1;

    /** @param seed of the coin */
    Baselines(final long seed) {
        random = new SplittableRandom(seed);
    }

    void restart() {
        volume.restart();
        imbalance.restart();
        Arrays.fill(averages, 0f);
    }

    void row(final Sweep sweep, final int i) {
        volume.row((long) value(sweep, i, RowColumn.BUY_VOLUME) + value(sweep, i, RowColumn.SELL_VOLUME)
                + value(sweep, i, RowColumn.UNSIGNED_VOLUME) + value(sweep, i, RowColumn.OFF_VOLUME));
        imbalance.row(value(sweep, i, RowColumn.OFI1));
        lot = Math.max(1, value(sweep, i, RowColumn.LOT));
    }

    private static int value(final Sweep sweep, final int i, final RowColumn column) {
        return sweep.value(i, column.ordinal());
    }

    /** Sets them in the newest sample. */
    void sample(final Samples samples) {
        final float volumeZ = volume.z(sum -> StrictMath.log((double) (sum + lot)) / LN_2, SignalDefinition.LOG_LEAST);
        final float imbalanceZ = imbalance.z(sum -> (double) sum, (double) lot);
        for (final SignalSide side : SignalSide.values()) {
            for (final Measure measure : MEASURES) {
                final float now = switch (measure) {
                    case VOLUME_Z -> volumeZ;
                    case OFI_Z -> side == SignalSide.ACCUMULATION ? imbalanceZ : -imbalanceZ;
                    default -> random.nextFloat();
                };
                samples.set(measure, side, averaged(measure.ordinal() * SignalSide.COUNT + side.ordinal(), now));
            }
        }
    }

    /** As {@code Composite} averages: what is not known counts as 0 and is not shown. */
    private float averaged(final int index, final float now) {
        final boolean known = !Float.isNaN(now);
        averages[index] += STEP * ((known ? now : 0f) - averages[index]);
        return known ? averages[index] : Float.NaN;
    }
}
