package io.undercurrent.app;

import io.undercurrent.engine.JournalFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the two streams of a journal folder. */
record JournalStream(String name, Path path) {
    static final String EVENTS = "events";
    static final String ALERTS = "alerts";

    /** Those of the folder that are there; at least one must be. */
    static List<JournalStream> of(final Path folder) {
        final List<JournalStream> streams = new ArrayList<>();
        add(streams, EVENTS, JournalFolder.events(folder));
        add(streams, ALERTS, JournalFolder.alerts(folder));
        if (streams.isEmpty()) {
            // names what is missing
            Journals.events(folder);
        }
        return List.copyOf(streams);
    }

    private static void add(final List<JournalStream> streams, final String name, final Path path) {
        if (Files.isDirectory(path)) {
            streams.add(new JournalStream(name, path));
        }
    }
}
