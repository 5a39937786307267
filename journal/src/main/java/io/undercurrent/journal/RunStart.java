package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a run says of itself when it begins. It stands in two files with the same content, since without the seed nothing of the run can be
 * verified: one that is lost or damaged has no effect.
 *
 * @param seed           mixed into every checksum of the run
 * @param firstSequence  of the first event it will hold
 * @param missingFrom    the run begins with a gap event: from here up to {@code firstSequence - 1} the stream has no events; 0: it has all
 * @param writerPid      the process that writes it
 * @param writerStartMs  when that process started, since process ids are used again; 0: not known
 */
record RunStart(long seed, long firstSequence, long missingFrom, long writerPid, long writerStartMs) {
    static final String FILE = "start.txt";
    static final String COPY = "start-copy.txt";

    private static final String FORMAT = "1";
    private static final String MISSING_FROM = "missingFrom";

    static RunStart ofThisProcess(final long seed, final long firstSequence, final long missingFrom) {
        final ProcessHandle self = ProcessHandle.current();
        return new RunStart(seed, firstSequence, missingFrom, self.pid(), startMs(self));
    }

    /** The sequence that the run before this one must reach for nothing to be missing that is not said to be. */
    long continuesFrom() {
        return missingFrom == 0 ? firstSequence : missingFrom;
    }

    void write(final Path directory) throws IOException {
        final SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("format", FORMAT);
        values.put("seed", Long.toString(seed));
        values.put("firstSequence", Long.toString(firstSequence));
        if (missingFrom != 0) {
            values.put(MISSING_FROM, Long.toString(missingFrom));
        }
        values.put("writerPid", Long.toString(writerPid));
        values.put("writerStartMs", Long.toString(writerStartMs));
        Manifest.write(directory.resolve(FILE), values);
        Manifest.write(directory.resolve(COPY), values);
    }

    /** Throws {@link JournalException} if neither file can be read. */
    static RunStart read(final Path directory) {
        return find(directory).orElseThrow(() -> new JournalException(directory.resolve(FILE)
                + " is missing or damaged, and so is its copy; without it the run can't be read: restore it from a backup"));
    }

    /** Empty if both files are missing or damaged; throws {@link JournalException} if one is there that can't be read or understood. */
    static Optional<RunStart> find(final Path directory) {
        return read(directory.resolve(FILE), directory).or(() -> read(directory.resolve(COPY), directory));
    }

    private static Optional<RunStart> read(final Path file, final Path directory) {
        final SequencedMap<String, String> values;
        try {
            values = Manifest.read(file);
        } catch (final NoSuchFileException e) {
            return Optional.empty();
        } catch (final IOException e) {
            throw new JournalException(file + " can't be read (" + e + "): restore it from a backup, or move " + directory
                    + " out of the stream's directory", e);
        } catch (final JournalException e) {
            return Optional.empty();
        }
        if (!FORMAT.equals(values.get("format"))) {
            throw new JournalException(file + " is of format " + values.get("format") + ", this version reads format " + FORMAT);
        }
        return Optional.of(new RunStart(Manifest.number(file, values, "seed"), Manifest.number(file, values, "firstSequence"),
                values.containsKey(MISSING_FROM) ? Manifest.number(file, values, MISSING_FROM) : 0,
                Manifest.number(file, values, "writerPid"), Manifest.number(file, values, "writerStartMs")));
    }

    /** The process that wrote it, if it still lives. Its id may be another's in another process-id namespace. */
    Optional<ProcessHandle> liveWriter() {
        return ProcessHandle.of(writerPid).filter(ProcessHandle::isAlive)
                .filter(process -> writerStartMs == 0 || startMs(process) == writerStartMs);
    }

    private static long startMs(final ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
