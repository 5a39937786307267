package io.undercurrent.journal;

/**
 * What a prune did with a run, or would do.
 *
 * @param reason why, in a few words
 */
public record PruneDecision(JournalRun run, boolean removed, String reason) {
}
