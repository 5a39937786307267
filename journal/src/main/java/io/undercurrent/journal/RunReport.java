package io.undercurrent.journal;

/**
 * What reading a run whole has shown.
 *
 * @param lastSequence of the last valid event; one less than the first if there is none
 * @param excerpts     that hold events
 * @param payloadBytes of all valid events
 * @param error        the first thing wrong, in one line; empty if nothing
 */
public record RunReport(
        String run, RunState state, long firstSequence, long lastSequence, long events, long excerpts, long payloadBytes, String error) {
    public boolean isSound() {
        return error.isEmpty();
    }
}
