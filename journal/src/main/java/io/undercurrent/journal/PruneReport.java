package io.undercurrent.journal;

import java.util.List;

/** The runs a prune removed (or would remove) and those it kept, each oldest first. */
public record PruneReport(List<JournalRun> removed, List<JournalRun> kept) {
    public PruneReport {
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
    }
}
