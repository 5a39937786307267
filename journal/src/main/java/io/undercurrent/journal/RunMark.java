package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * What recovery leaves in a run that was not closed in order: where its valid part ends, and what lay behind it. A run so marked is never
 * written again and need not be read again to begin a new one.
 *
 * @param lastSequence    of its last valid event; one less than its first sequence if it holds none
 * @param segment         that holds the end of the valid part
 * @param endByte         of that segment, where the valid part ends
 * @param highestSequence the highest one that anything gives evidence of; {@code lastSequence} if nothing lay behind
 * @param excerptsBehind  valid excerpts behind the valid part, that don't continue it
 * @param reason          why the valid part ends where it does
 */
record RunMark(long lastSequence, int segment, long endByte, long highestSequence, long excerptsBehind, String reason) {
    static final String FILE = "recovered.txt";

    void write(final Path directory) throws IOException {
        final SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("lastSequence", Long.toString(lastSequence));
        values.put("segment", Integer.toString(segment));
        values.put("endByte", Long.toString(endByte));
        values.put("highestSequence", Long.toString(highestSequence));
        values.put("excerptsBehind", Long.toString(excerptsBehind));
        values.put("reason", reason);
        Manifest.write(directory.resolve(FILE), values);
    }

    /** Empty if there is none or it is damaged: the data and the next run's start then say where this one ends. */
    static Optional<RunMark> read(final Path directory) {
        final Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            final SequencedMap<String, String> values = Manifest.read(file);
            return Optional.of(new RunMark(Manifest.number(file, values, "lastSequence"),
                    Math.toIntExact(Manifest.number(file, values, "segment")), Manifest.number(file, values, "endByte"),
                    Manifest.number(file, values, "highestSequence"), Manifest.number(file, values, "excerptsBehind"),
                    values.getOrDefault("reason", "")));
        } catch (final IOException | JournalException e) {
            return Optional.empty();
        }
    }

    /** The last sequence of a run that nobody writes any more, as its stop manifest or its mark says; empty if it has neither. */
    static OptionalLong lastSequence(final Path directory) {
        return RunStop.read(directory).map(stop -> OptionalLong.of(stop.lastSequence()))
                .or(() -> read(directory).map(mark -> OptionalLong.of(mark.lastSequence())))
                .orElse(OptionalLong.empty());
    }
}
