package io.undercurrent.journal;

import java.nio.file.Path;

/**
 * What is known of a run without reading its data.
 *
 * @param number        from 1; orders the runs
 * @param firstSequence 0 if unreadable
 * @param lastSequence  0 unless {@link RunState#CLEAN}; one less than the first if the run holds no event
 * @param events        0 unless clean
 * @param excerpts      0 unless clean
 * @param payloadBytes  of all events; 0 unless clean
 * @param fileBytes     lengths of its files; they are sparse, so they can take less room
 */
public record JournalRun(
        Path directory, long number, RunState state, long firstSequence, long lastSequence, long events, long excerpts, long payloadBytes,
        long fileBytes) {
    public String name() {
        return String.valueOf(directory.getFileName());
    }
}
