package io.undercurrent.journal;

/** Learns how far the reading of a run has come that was not closed in order; a start-up that takes long can say so. */
@FunctionalInterface
public interface RecoveryListener {
    /** Tells nobody. */
    RecoveryListener NONE = (run, bytesRead, bytesTotal) -> { };

    /**
     * Called on the opening thread about every 16 MiB.
     *
     * @param bytesTotal lengths of the run's files; the data may end well before
     */
    void onProgress(String run, long bytesRead, long bytesTotal);
}
