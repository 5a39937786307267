package io.undercurrent.journal;

import java.nio.file.Path;

/**
 * What is known of a run without reading its data.
 *
 * @param number        from 1; orders the runs
 * @param firstSequence 0 if unreadable
 * @param missingFrom   the run begins with a gap event: from here to before its first sequence events are missing; 0: none are
 * @param lastSequence  0 unless {@link RunState#CLEAN} or {@link RunState#RECOVERED}; one less than the first if it holds no event
 * @param events        0 unless clean or recovered
 * @param excerpts      0 unless clean
 * @param payloadBytes  of all events; 0 unless clean
 * @param fileBytes     lengths of its files, of a recovered run's last segment only up to where it ends; they are sparse, so they can take
 *                      less room
 */
public record JournalRun(
        Path directory, long number, RunState state, long firstSequence, long missingFrom, long lastSequence, long events, long excerpts, long payloadBytes,
        long fileBytes) {
    /** Whether the manifests say where it ends. */
    public boolean isEndKnown() {
        return state == RunState.CLEAN || state == RunState.RECOVERED;
    }

    /** The sequence that the run before this one reaches, if nothing is missing that is not said to be; 0 if unreadable. */
    public long continuesFrom() {
        return missingFrom == 0 ? firstSequence : missingFrom;
    }

    /** Events before its first that are lost, as its gap event says. */
    public long missing() {
        return missingFrom == 0 ? 0 : firstSequence - missingFrom;
    }

    public String name() {
        return String.valueOf(directory.getFileName());
    }
}
