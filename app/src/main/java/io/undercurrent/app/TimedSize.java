package io.undercurrent.app;

import io.undercurrent.signals.SignalDefinition;
import io.undercurrent.signals.SweepTraffic;
import io.undercurrent.signals.cuda.CudaSpeeds;

/**
 * The times of one size of sweep.
 *
 * @param rows of every window before the first sweep that was timed
 * @param rowMs interval of a row in milliseconds
 * @param processors that the CPU backend had at most
 */
record TimedSize(int instruments, int rows, int rowMs, int processors, SweepTimes baseline, SweepTimes others) {
    /** Rows from one computation of the baselines to the next. */
    static final int ROWS_OF_BASELINE = SignalDefinition.BUCKET * SignalDefinition.BASELINE_EVERY;
    private static final double US_PER_S = 1e6;

    TimedSize(final int instruments, final int rows, final int rowMs, final int processors) {
        this(instruments, rows, rowMs, processors, SweepTimes.of(true), SweepTimes.of(false));
    }

    /** Those to which the {@code number}th row of every window belongs, counted from 1. */
    SweepTimes of(final long number) {
        return number % ROWS_OF_BASELINE == 0 ? baseline : others;
    }

    /** Bytes that a sweep must move in device memory. */
    long bytesNeeded(final SweepTimes times) {
        return instruments * (times.baseline() ? SweepTraffic.ofBaselineRow(rows / SignalDefinition.BUCKET) : SweepTraffic.ofRow());
    }

    /** The bandwidth that the kernel makes of the bytes needed, as a share of that of a copy. */
    double bandwidthShare(final SweepTimes times, final CudaSpeeds speeds) {
        return bytesNeeded(times) * US_PER_S / times.kernel().p50Us() / speeds.copyBytesPerSecond();
    }

    /** Whether the GPU has the results of such sweeps earlier than all cores have. */
    boolean gpuIsFaster(final SweepTimes times) {
        return times.whole().p50Us() < times.allCores().p50Us();
    }
}
