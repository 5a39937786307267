package io.undercurrent.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * What reading all runs of a stream has shown.
 *
 * @param runs     oldest first
 * @param setAside runs whose start could not be read when a writer came; their events count as missing in the run behind them
 */
public record StreamReport(List<RunReport> runs, List<Path> setAside) {
    public StreamReport {
        runs = List.copyOf(runs);
        setAside = List.copyOf(setAside);
    }

    /** Whether every event from the first run's first to the last is there, once, and valid, or is {@link #missing} with a gap event. */
    public boolean isSound() {
        return runs.stream().allMatch(RunReport::isSound);
    }

    public long events() {
        return runs.stream().mapToLong(RunReport::events).sum();
    }

    /** Events that are lost, each of them covered by a gap event. */
    public long missing() {
        return runs.stream().mapToLong(RunReport::missing).sum();
    }
}
