package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Reads a run whole that nobody writes and that no manifest says the end of: how far it is valid, and what gives evidence of more.
 */
final class RunExamination {
    private static final long PROGRESS_BYTES = 16L << 20;

    private final RunDirectory run;
    private final RecoveryListener listener;
    private final long bytesTotal;
    private long position;
    private long bytesRead;
    private long bytesReported;

    private RunExamination(final RunDirectory run, final RecoveryListener listener) throws IOException {
        this.run = run;
        this.listener = listener;
        long sum = 0;
        for (final Path segment : run.segments()) {
            sum += Files.size(segment);
        }
        bytesTotal = sum;
    }

    /** @param elsewhere the highest sequence that something outside the run gives evidence of; 0: nothing does */
    static RunMark of(final RunDirectory run, final long elsewhere, final RecoveryListener listener) throws IOException {
        return new RunExamination(run, listener).examine(elsewhere);
    }

    private RunMark examine(final long elsewhere) throws IOException {
        try (RunReader reader = new RunReader()) {
            reader.open(run);
            reader.seal(OptionalLong.empty());
            while (reader.next() == SegmentReader.EXCERPT) {
                progress(reader.validEnd());
            }
            return behind(reader, reader.expectedSequence() - 1, elsewhere);
        }
    }

    /** Looks at the bytes behind the valid part. */
    private RunMark behind(final RunReader reader, final long last, final long elsewhere) throws IOException {
        final long seed = reader.start().seed();
        long highest = Math.max(Math.max(last, elsewhere), Acknowledged.read(run.path(), seed).orElse(0));
        long excerpts = 0;
        final Path endSegment = run.segment(reader.validSegment());
        for (final Path segment : run.segments()) {
            final int order = segment.compareTo(endSegment);
            if (order < 0) {
                continue;
            }
            try (ExcerptScan scan = new ExcerptScan(segment, order == 0 ? reader.validEnd() : 0, OptionalLong.of(seed))) {
                while (scan.next()) {
                    if (scan.excerpt().firstSequence() > last) {
                        excerpts++;
                        highest = Math.max(highest, scan.excerpt().firstSequence() + scan.excerpt().count() - 1);
                    }
                }
            }
        }
        return new RunMark(last, reader.validSegment(), reader.validEnd(), highest, excerpts, reason(reader, highest > last));
    }

    private static String reason(final RunReader reader, final boolean more) {
        return reader.damage().isEmpty() && more ? "its data end here, but more was acknowledged or lies behind" : reader.damage();
    }

    private void progress(final long positionInSegment) {
        bytesRead += positionInSegment < position ? positionInSegment : positionInSegment - position;
        position = positionInSegment;
        if (bytesRead - bytesReported >= PROGRESS_BYTES) {
            bytesReported = bytesRead;
            listener.onProgress(run.name(), bytesRead, bytesTotal);
        }
    }
}
