package io.undercurrent.journal;

/**
 * What reading a run whole has shown.
 *
 * @param missing      events missing before its first, as its gap event says; the journal lost them, and readers are told
 * @param lastSequence of the last valid event; one less than the first if there is none
 * @param excerpts     that hold events
 * @param payloadBytes of all valid events
 * @param note         what is worth knowing but takes nothing away, in one line; empty if nothing
 * @param error        the first thing wrong, in one line; empty if nothing
 */
public record RunReport(
        String run, RunState state, long missing, long firstSequence, long lastSequence, long events, long excerpts, long payloadBytes,
        String note, String error) {
    public boolean isSound() {
        return error.isEmpty();
    }

    RunReport withMissing(final long newMissing) {
        return new RunReport(run, state, newMissing, firstSequence, lastSequence, events, excerpts, payloadBytes, note, error);
    }

    RunReport withError(final String newError) {
        return new RunReport(run, state, missing, firstSequence, lastSequence, events, excerpts, payloadBytes, note, newError);
    }
}
