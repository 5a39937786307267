package io.undercurrent.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads every byte of a stream and says what stands. A writer may be at work; what it appends meanwhile may or may not be counted. */
public final class JournalVerifier {
    private JournalVerifier() {
    }

    public static StreamReport verify(final Path stream) {
        final List<JournalRun> runs = JournalRuns.list(stream);
        final List<RunReport> reports = new ArrayList<>();
        for (final JournalRun run : runs) {
            reports.add(verify(run));
        }
        for (int i = 1; i < reports.size(); i++) {
            reports.set(i, follows(reports.get(i - 1), reports.get(i)));
        }
        return new StreamReport(reports);
    }

    private static RunReport verify(final JournalRun run) {
        try {
            return read(new RunDirectory(run.directory(), run.number()), run.state());
        } catch (final JournalException e) {
            return new RunReport(run.name(), RunState.UNREADABLE, 0, 0, 0, 0, 0, String.valueOf(e.getMessage()));
        }
    }

    /** Throws {@link JournalException} if the run can't be read at all; damage is in the report. */
    static RunReport read(final RunDirectory run, final RunState state) {
        try (RunReader reader = new RunReader()) {
            reader.open(run);
            int found;
            do {
                found = reader.next();
            } while (found == SegmentReader.EXCERPT || (found == SegmentReader.NOTHING && state != RunState.OPEN && reader.nextSegment()));
            final long last = reader.expectedSequence() - 1;
            return new RunReport(run.name(), state, reader.firstSequence(), last, last - reader.firstSequence() + 1, reader.excerpts(),
                    reader.payloadBytes(), error(run, reader, last));
        }
    }

    private static String error(final RunDirectory run, final RunReader reader, final long last) {
        if (!reader.damage().isEmpty()) {
            return reader.damage();
        }
        final Optional<RunStop> stop = RunStop.read(run.path());
        return stop.isPresent() && stop.get().lastSequence() != last
                ? "ends at sequence " + last + ", but was closed at " + stop.get().lastSequence() : "";
    }

    private static RunReport follows(final RunReport earlier, final RunReport run) {
        if (!run.isSound() || run.state() == RunState.UNREADABLE || earlier.state() == RunState.UNREADABLE
                || run.firstSequence() == earlier.lastSequence() + 1) {
            return run;
        }
        return new RunReport(run.run(), run.state(), run.firstSequence(), run.lastSequence(), run.events(), run.excerpts(),
                run.payloadBytes(), "starts at sequence " + run.firstSequence() + ", but " + earlier.run() + " ends at "
                        + earlier.lastSequence());
    }
}
