package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes old runs, whole and oldest first, so that what stays is without a hole; never the newest. A writer and tailers may be at work. A
 * tailer that is not registered, and still reads a removed run, finds events missing and says so.
 */
public final class JournalPruner {
    private final List<JournalRun> runs;
    private final List<RegisteredTailer> tailers;
    private final RetentionPolicy policy;
    private final Instant now;
    private long fileBytes;

    private JournalPruner(final Path stream, final RetentionPolicy policy, final Instant now, final boolean force) {
        runs = JournalRuns.list(stream);
        tailers = force ? List.of() : JournalTailers.list(stream);
        this.policy = policy;
        this.now = now;
        fileBytes = runs.stream().mapToLong(JournalRun::fileBytes).sum();
    }

    /**
     * Removes what the policy doesn't keep.
     *
     * @param now    what ages are counted to
     * @param force  also what registered tailers have not acknowledged
     */
    public static PruneReport prune(final Path stream, final RetentionPolicy policy, final Instant now, final boolean force) {
        final PruneReport report = preview(stream, policy, now, force);
        for (final JournalRun run : report.removed()) {
            try {
                new RunDirectory(run.directory(), run.number()).remove();
            } catch (final IOException e) {
                throw new JournalException(run.directory() + " can't be removed: " + e, e);
            }
        }
        return report;
    }

    /** Only says what {@link #prune} would do. */
    public static PruneReport preview(final Path stream, final RetentionPolicy policy, final Instant now, final boolean force) {
        return new JournalPruner(stream, policy, now, force).decide();
    }

    private PruneReport decide() {
        final List<PruneDecision> decisions = new ArrayList<>();
        boolean removing = true;
        for (int i = 0; i < runs.size(); i++) {
            final JournalRun run = runs.get(i);
            final Optional<String> hindrance = removing ? hindrance(i) : Optional.of("stands behind a run that is kept");
            final String reason = hindrance.isPresent() ? hindrance.get() : reason(i).orElse("the policy keeps it");
            removing = hindrance.isEmpty() && reason(i).isPresent();
            if (removing) {
                fileBytes -= run.fileBytes();
            }
            decisions.add(new PruneDecision(run, removing, reason));
        }
        return new PruneReport(decisions);
    }

    /** Why the run must stay, whatever the policy says. */
    private Optional<String> hindrance(final int i) {
        if (i == runs.size() - 1) {
            return Optional.of("is the newest");
        }
        final JournalRun run = runs.get(i);
        if (!run.isEndKnown() && runs.get(i + 1).state() == RunState.UNREADABLE) {
            return Optional.of("the next run can't be read, so that this one's end is not known");
        }
        final long last = lastSequence(i);
        return tailers.stream().filter(tailer -> tailer.needs(last)).findFirst().map(tailer -> "tailer " + tailer.name()
                + (tailer.acknowledged().isPresent() ? " has acknowledged only up to " + tailer.acknowledged().getAsLong()
                : " may need it: its position is damaged"));
    }

    /** Why the policy lets the run go. */
    private Optional<String> reason(final int i) {
        final int newer = runs.size() - 1 - i;
        if (policy.maxRuns().isPresent() && newer >= policy.maxRuns().getAsInt()) {
            return Optional.of("older than the newest " + policy.maxRuns().getAsInt());
        }
        if (policy.through().isPresent() && newer > 0 && lastSequence(i) <= policy.through().getAsLong()) {
            return Optional.of("ends at sequence " + lastSequence(i));
        }
        if (policy.maxBytes().isPresent() && fileBytes > policy.maxBytes().getAsLong()) {
            return Optional.of("the runs from it on take " + fileBytes + " bytes, more than " + policy.maxBytes().getAsLong());
        }
        if (policy.maxAge().isPresent() && newer > 0) {
            final Instant ended = directory(i + 1).began();
            return ended.isBefore(now.minus(policy.maxAge().get()))
                    ? Optional.of("ended " + Duration.between(ended, now).toHours() + " hours ago") : Optional.empty();
        }
        return Optional.empty();
    }

    /** Of a run that is not the newest: as its manifests say, else where the next one begins. */
    private long lastSequence(final int i) {
        return runs.get(i).isEndKnown() ? runs.get(i).lastSequence() : runs.get(i + 1).continuesFrom() - 1;
    }

    private RunDirectory directory(final int i) {
        return new RunDirectory(runs.get(i).directory(), runs.get(i).number());
    }
}
