package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a run says of itself when it begins.
 *
 * @param seed           mixed into every checksum of the run
 * @param firstSequence  of the first event it will hold
 * @param writerPid      the process that writes it
 * @param writerStartMs  when that process started, since process ids are used again; 0: not known
 */
record RunStart(long seed, long firstSequence, long writerPid, long writerStartMs) {
    static final String FILE = "start.txt";

    private static final String FORMAT = "1";

    static RunStart ofThisProcess(final long seed, final long firstSequence) {
        final ProcessHandle self = ProcessHandle.current();
        return new RunStart(seed, firstSequence, self.pid(), startMs(self));
    }

    void write(final Path directory) throws IOException {
        final SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("format", FORMAT);
        values.put("seed", Long.toString(seed));
        values.put("firstSequence", Long.toString(firstSequence));
        values.put("writerPid", Long.toString(writerPid));
        values.put("writerStartMs", Long.toString(writerStartMs));
        Manifest.write(directory.resolve(FILE), values);
    }

    static RunStart read(final Path directory) {
        final Path file = directory.resolve(FILE);
        try {
            final SequencedMap<String, String> values = Manifest.read(file);
            if (!FORMAT.equals(values.get("format"))) {
                throw new JournalException(file + " is of format " + values.get("format") + ", this version reads format " + FORMAT);
            }
            return new RunStart(Manifest.number(file, values, "seed"), Manifest.number(file, values, "firstSequence"),
                    Manifest.number(file, values, "writerPid"), Manifest.number(file, values, "writerStartMs"));
        } catch (final IOException e) {
            throw new JournalException(file + " can't be read, and without it the run can't: restore it from a copy (" + e + ")", e);
        }
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
