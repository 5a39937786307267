package io.undercurrent.journal;

import java.util.List;

/** What reading all runs of a stream has shown, oldest first. */
public record StreamReport(List<RunReport> runs) {
    public StreamReport {
        runs = List.copyOf(runs);
    }

    /** Whether every event from the first run's first to the last is there, once, and valid. */
    public boolean isSound() {
        return runs.stream().allMatch(RunReport::isSound);
    }

    public long events() {
        return runs.stream().mapToLong(RunReport::events).sum();
    }
}
