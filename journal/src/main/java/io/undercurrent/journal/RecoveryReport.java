package io.undercurrent.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * What a new writer found that was not in order.
 *
 * @param run             the last run that can be read; empty if there is none
 * @param lastSequence    of its last valid event, or of an earlier run's if it holds none; what is up to here can be read
 * @param highestSequence the highest one that anything gives evidence of: data behind damage, the acknowledged sequence, manifests, tailers'
 *                        positions. Beyond {@code lastSequence}: the new run begins with a gap event that says so
 * @param excerptsBehind  valid excerpts in the run that don't continue its valid part
 * @param reason          why the valid part ends where it does; empty if nothing is wrong with the run's data
 * @param setAside        runs whose start can't be read, where they are now
 */
public record RecoveryReport(
        String run, long lastSequence, long highestSequence, long excerptsBehind, String reason, List<Path> setAside) {
    public RecoveryReport {
        setAside = List.copyOf(setAside);
    }

    /** Events that were in the journal, as far as there is evidence, and can't be read any more. */
    public long missing() {
        return highestSequence - lastSequence;
    }
}
