package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * A run at the end of a stream whose start can't be read: without its seed nothing in it can be verified, so a new writer takes it out of
 * the runs, keeps it under the name {@code unreadable-run-…}, and uses no number again that its bytes show.
 *
 * @param highestSequence the highest that an excerpt in it shows; 0: none does
 */
record AsideRun(Path path, long number, long highestSequence) {
    private static final String PREFIX = "unreadable-";
    private static final String FILE = "aside.txt";
    private static final String HIGHEST_SEQUENCE = "highestSequence";

    static AsideRun setAside(final RunDirectory run) throws IOException {
        long highest = 0;
        for (final Path segment : run.segments()) {
            try (ExcerptScan scan = new ExcerptScan(segment, 0, OptionalLong.empty())) {
                while (scan.next()) {
                    highest = Math.max(highest, scan.excerpt().firstSequence() + scan.excerpt().count() - 1);
                }
            }
        }
        final SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put(HIGHEST_SEQUENCE, Long.toString(highest));
        Manifest.write(run.path().resolve(FILE), values);
        run.makeReadOnly();
        final Path path = Files.move(run.path(), run.path().resolveSibling(PREFIX + run.name()), StandardCopyOption.ATOMIC_MOVE);
        Manifest.forceDirectory(Manifest.parent(path));
        return new AsideRun(path, run.number(), highest);
    }

    /** All that were set aside and are still there. */
    static List<AsideRun> list(final Path stream) {
        return RunDirectory.list(stream, PREFIX).stream().map(run -> new AsideRun(run.path(), run.number(), highest(run.path()))).toList();
    }

    private static long highest(final Path directory) {
        final Path file = directory.resolve(FILE);
        try {
            return Manifest.number(file, Manifest.read(file), HIGHEST_SEQUENCE);
        } catch (final IOException | JournalException e) {
            // damaged since: the runs written after it began behind its numbers
            return 0;
        }
    }
}
