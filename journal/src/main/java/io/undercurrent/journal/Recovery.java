package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a new run begins: behind the last valid event of the runs that are there, and behind every number that anything gives evidence of,
 * so that none is ever used twice. A last run that was not closed in order is read, marked and made read-only on the way; one whose start
 * can't be read is set aside. Idempotent: killed at any moment it finds the same again. For the holder of the writer's lock.
 *
 * @param runNumber     of the new run
 * @param firstSequence of the new run
 * @param missingFrom   from here to {@code firstSequence - 1} events are missing, which the new run's first event has to say; 0: none are
 * @param report        empty if everything was in order
 */
record Recovery(long runNumber, long firstSequence, long missingFrom, Optional<RecoveryReport> report) {
    static Recovery of(final Path stream, final RecoveryListener listener) throws IOException {
        RunDirectory.removeLeftovers(stream);
        final List<RunDirectory> runs = new ArrayList<>(RunDirectory.list(stream));
        final List<Path> setAside = new ArrayList<>();
        while (!runs.isEmpty() && RunStart.find(runs.getLast().path()).isEmpty()) {
            setAside.add(AsideRun.setAside(runs.removeLast()).path());
        }
        final Optional<RunDirectory> last = runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
        final boolean clean = last.isEmpty() || RunStop.read(last.get().path()).isPresent();
        final long elsewhere = highest(stream, runs);
        final RunMark end = last.isEmpty() ? new RunMark(0, 0, 0, 0, 0, "")
                : clean ? stopped(last.get()) : marked(last.get(), elsewhere, listener);
        final long highest = Math.max(end.highestSequence(), elsewhere);
        final long continuesFrom = last.map(run -> RunStart.read(run.path())).filter(start -> end.lastSequence() < start.firstSequence())
                .map(RunStart::continuesFrom).orElse(end.lastSequence() + 1);
        final boolean missing = highest >= continuesFrom;
        final boolean inOrder = clean && !missing && setAside.isEmpty();
        return new Recovery(number(stream, runs) + 1, highest + 1, missing ? continuesFrom : 0, inOrder ? Optional.empty()
                : Optional.of(new RecoveryReport(last.map(RunDirectory::name).orElse(""), continuesFrom - 1, highest,
                        end.excerptsBehind(), end.reason(), setAside)));
    }

    private static RunMark stopped(final RunDirectory run) {
        final long sequence = RunStop.read(run.path()).orElseThrow().lastSequence();
        return new RunMark(sequence, 0, 0, sequence, 0, "");
    }

    private static RunMark marked(final RunDirectory run, final long elsewhere, final RecoveryListener listener) throws IOException {
        final Optional<RunMark> there = RunMark.read(run.path());
        if (there.isPresent()) {
            return there.get();
        }
        try {
            final RunMark mark = RunExamination.of(run, elsewhere, listener);
            // what a killed process appended may be in the page cache alone, and the mark says that it stands
            for (final Path segment : run.segments()) {
                Manifest.force(segment);
            }
            Manifest.forceDirectory(run.path());
            mark.write(run.path());
            run.makeReadOnly();
            return mark;
        } catch (final IOException | JournalException e) {
            throw new JournalException(run.path() + " can't be recovered (" + e.getMessage() + "): repair what stops it, or move the run out"
                    + " of the stream's directory to go on without it", e);
        }
    }

    /** What all manifests and positions say, except the last run's own. */
    private static long highest(final Path stream, final List<RunDirectory> runs) {
        long highest = 0;
        for (final RunDirectory run : runs) {
            highest = Math.max(highest, RunStart.find(run.path()).map(start -> start.firstSequence() - 1).orElse(0L));
            highest = Math.max(highest, RunMark.lastSequence(run.path()).orElse(0));
            highest = Math.max(highest, RunMark.read(run.path()).map(RunMark::highestSequence).orElse(0L));
        }
        for (final AsideRun run : AsideRun.list(stream)) {
            highest = Math.max(highest, run.highestSequence());
        }
        for (final RegisteredTailer tailer : JournalTailers.list(stream)) {
            highest = Math.max(highest, tailer.acknowledged().orElse(0));
        }
        return highest;
    }

    private static long number(final Path stream, final List<RunDirectory> runs) {
        long number = runs.isEmpty() ? 0 : runs.getLast().number();
        for (final AsideRun run : AsideRun.list(stream)) {
            number = Math.max(number, run.number());
        }
        try (NewestRun newest = new NewestRun(stream)) {
            return Math.max(number, newest.number());
        }
    }
}
