package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a run says of itself when it is closed in order: a run without it ended some other way, or goes on.
 *
 * @param lastSequence of its last event; one less than its first sequence if it holds none
 * @param payloadBytes of all events
 */
record RunStop(long lastSequence, long events, long excerpts, long payloadBytes, int segments) {
    static final String FILE = "stop.txt";

    void write(final Path directory) throws IOException {
        final SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("lastSequence", Long.toString(lastSequence));
        values.put("events", Long.toString(events));
        values.put("excerpts", Long.toString(excerpts));
        values.put("payloadBytes", Long.toString(payloadBytes));
        values.put("segments", Integer.toString(segments));
        Manifest.write(directory.resolve(FILE), values);
    }

    /** Empty if there is none or it is damaged: the run's data then say themselves where they end. */
    static Optional<RunStop> read(final Path directory) {
        final Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            final SequencedMap<String, String> values = Manifest.read(file);
            return Optional.of(new RunStop(Manifest.number(file, values, "lastSequence"), Manifest.number(file, values, "events"),
                    Manifest.number(file, values, "excerpts"), Manifest.number(file, values, "payloadBytes"),
                    Math.toIntExact(Manifest.number(file, values, "segments"))));
        } catch (final IOException | JournalException e) {
            return Optional.empty();
        }
    }
}
