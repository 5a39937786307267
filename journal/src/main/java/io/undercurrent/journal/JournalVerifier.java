package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads every byte of a stream and says what stands. A writer may be at work; what it appends meanwhile may or may not be counted. */
public final class JournalVerifier {
    private JournalVerifier() {
    }

    public static StreamReport verify(final Path stream) {
        final List<JournalRun> runs = JournalRuns.list(stream);
        final List<RunReport> reports = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            // where no manifest says where a run ends, the next one does
            final OptionalLong end = i + 1 < runs.size() && runs.get(i + 1).state() != RunState.UNREADABLE
                    ? OptionalLong.of(runs.get(i + 1).continuesFrom() - 1) : OptionalLong.empty();
            final RunReport report = verify(runs.get(i), end);
            reports.add(i == 0 ? report : follows(reports.getLast(), report));
        }
        return new StreamReport(reports, JournalRuns.setAside(stream));
    }

    private static RunReport verify(final JournalRun run, final OptionalLong nextRunSays) {
        final RunDirectory directory = new RunDirectory(run.directory(), run.number());
        try (RunReader reader = new RunReader()) {
            reader.open(directory);
            if (run.state() != RunState.OPEN) {
                reader.seal(run.isEndKnown() ? OptionalLong.of(run.lastSequence()) : nextRunSays);
            }
            while (reader.next() == SegmentReader.EXCERPT) {
                // the reader checks and counts
            }
            return report(run, directory, reader);
        } catch (final IOException | JournalException e) {
            return new RunReport(run.name(), RunState.UNREADABLE, 0, 0, 0, 0, 0, 0, "", String.valueOf(e.getMessage()));
        }
    }

    private static RunReport report(final JournalRun run, final RunDirectory directory, final RunReader reader) throws IOException {
        final long last = reader.expectedSequence() - 1;
        final long missing = run.missingFrom() == 0 ? 0 : run.firstSequence() - run.missingFrom();
        return new RunReport(run.name(), run.state(), missing, reader.firstSequence(), last, last - reader.firstSequence() + 1,
                reader.excerpts(), reader.payloadBytes(), note(directory, reader), error(run, directory, reader, last));
    }

    private static String error(final JournalRun run, final RunDirectory directory, final RunReader reader, final long last)
            throws IOException {
        if (!reader.damage().isEmpty()) {
            return reader.damage();
        }
        if (reader.isSealed() && !reader.isPastLast() && reader.lastSequence() < Long.MAX_VALUE) {
            return "ends at sequence " + last + ", but its last was " + reader.lastSequence();
        }
        if (run.state() == RunState.UNCLEAN && reader.lastSequence() == Long.MAX_VALUE) {
            final RunMark found = RunExamination.of(directory, 0, RecoveryListener.NONE);
            return found.highestSequence() == last ? "" : "ends at sequence " + last + ", but there is evidence of events up to "
                    + found.highestSequence() + " (" + found.excerptsBehind() + " valid excerpts behind)";
        }
        return "";
    }

    private static String note(final RunDirectory directory, final RunReader reader) {
        final List<String> notes = new ArrayList<>();
        if (reader.foundBySearch() > 0) {
            notes.add(reader.foundBySearch() + " excerpts have damaged headers, but stand");
        }
        RunMark.read(directory.path()).filter(mark -> !mark.reason().isEmpty()).ifPresent(mark -> notes.add("recovered up to sequence "
                + mark.lastSequence() + ", evidence up to " + mark.highestSequence() + ", " + mark.excerptsBehind()
                + " valid excerpts behind; " + mark.reason()));
        return String.join("; ", notes);
    }

    private static RunReport follows(final RunReport earlier, final RunReport run) {
        final long due = earlier.lastSequence() + 1;
        if (!run.isSound() || run.state() == RunState.UNREADABLE || earlier.state() == RunState.UNREADABLE) {
            return run;
        }
        return due >= run.firstSequence() - run.missing() && due <= run.firstSequence() ? run.withMissing(run.firstSequence() - due)
                : run.withError("starts at sequence " + run.firstSequence() + ", but " + earlier.run() + " ends at " + earlier.lastSequence());
    }
}
