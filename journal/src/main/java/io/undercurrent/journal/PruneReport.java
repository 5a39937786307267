package io.undercurrent.journal;

import java.util.List;

/** What a prune did with each run of a stream, or would do, oldest first. */
public record PruneReport(List<PruneDecision> decisions) {
    public PruneReport {
        decisions = List.copyOf(decisions);
    }

    public List<JournalRun> removed() {
        return decisions.stream().filter(PruneDecision::removed).map(PruneDecision::run).toList();
    }

    public List<JournalRun> kept() {
        return decisions.stream().filter(decision -> !decision.removed()).map(PruneDecision::run).toList();
    }
}
