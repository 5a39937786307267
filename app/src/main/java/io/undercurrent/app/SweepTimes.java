package io.undercurrent.app;

/**
 * What sweeps of one size took, those in which every baseline is due apart from the others. One thread.
 *
 * @param baseline whether baselines were due
 * @param copy of the rows, to where the device reads them
 * @param launch of the call that sends them
 * @param kernel by the device's own clock
 * @param read of the scores
 * @param result from the copied rows to the results
 * @param whole from the rows to the results
 * @param idle of what is done once the results are there: the host's windows take the rows
 * @param oneCore the CPU backend, one core
 * @param allCores the CPU backend, every core a part of the instruments
 */
record SweepTimes(boolean baseline, TimeSamples copy, TimeSamples launch, TimeSamples kernel, TimeSamples read, TimeSamples result,
                  TimeSamples whole, TimeSamples idle, TimeSamples oneCore, TimeSamples allCores) {
    static SweepTimes of(final boolean baseline) {
        return new SweepTimes(baseline, new TimeSamples(), new TimeSamples(), new TimeSamples(), new TimeSamples(), new TimeSamples(),
                new TimeSamples(), new TimeSamples(), new TimeSamples(), new TimeSamples());
    }
}
