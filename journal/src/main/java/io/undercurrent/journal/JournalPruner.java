package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Removes old runs, oldest first and whole, and never the newest. A writer may be at work. A tailer that still reads a removed run finds
 * events missing and says so.
 */
public final class JournalPruner {
    private JournalPruner() {
    }

    /**
     * Keeps the newest runs.
     *
     * @param count at least 1
     * @param dryRun only says what it would do
     */
    public static PruneReport keepNewest(final Path stream, final int count, final boolean dryRun) {
        if (count < 1) {
            throw new JournalException("a prune keeps at least 1 run, not " + count);
        }
        final List<JournalRun> runs = JournalRuns.list(stream);
        return prune(runs, Math.max(0, runs.size() - count), dryRun);
    }

    /** Keeps every run that holds this event or a later one. */
    public static PruneReport keepFrom(final Path stream, final long sequence, final boolean dryRun) {
        final List<JournalRun> runs = JournalRuns.list(stream);
        int remove = 0;
        // a run ends where the next one starts; a run whose successor can't be read may hold the event, so it stays
        while (remove + 1 < runs.size() && runs.get(remove + 1).state() != RunState.UNREADABLE
                && runs.get(remove + 1).firstSequence() <= sequence) {
            remove++;
        }
        return prune(runs, remove, dryRun);
    }

    private static PruneReport prune(final List<JournalRun> runs, final int remove, final boolean dryRun) {
        final PruneReport report = new PruneReport(runs.subList(0, remove), runs.subList(remove, runs.size()));
        if (!dryRun) {
            for (final JournalRun run : report.removed()) {
                try {
                    new RunDirectory(run.directory(), run.number()).remove();
                } catch (final IOException e) {
                    throw new JournalException(run.directory() + " can't be removed: " + e, e);
                }
            }
        }
        return report;
    }
}
