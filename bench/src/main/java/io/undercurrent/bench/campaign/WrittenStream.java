package io.undercurrent.bench.campaign;

import io.undercurrent.bench.TemporaryFolder;
import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/**
 * A stream to damage: two runs, the second one closed or left as a crash would.
 *
 * @param moments      its files at some moments, oldest first; the last one is the whole
 * @param made         what was appended, by first sequence
 * @param acknowledged the last event of which the files themselves say that it was there
 * @param newestRun    the folder's name of the second run
 */
record WrittenStream(List<Image> moments, NavigableMap<Long, MadeEvents> made, long acknowledged, String newestRun) {
    private static final int MOMENTS = 4;

    WrittenStream {
        moments = List.copyOf(moments);
    }

    Image whole() {
        return moments.getLast();
    }

    /** Writes one; the same seed gives the same events at the same places. */
    static WrittenStream write(final Path parent, final long seed) throws IOException {
        final Random random = new Random(seed);
        final MadeEvents events = new MadeEvents(seed);
        final int batch = 1 << random.nextInt(8);
        final int eventsPerMoment = 60 + random.nextInt(400);
        final JournalOptions options = Level.BATCH.options(20_000 + random.nextInt(100_000));
        final NavigableMap<Long, MadeEvents> made = new TreeMap<>();
        made.put(1L, events);
        final List<Image> moments = new ArrayList<>();
        try (TemporaryFolder folder = TemporaryFolder.create(parent)) {
            final Path stream = folder.path().resolve("stream");
            try (JournalAppender first = JournalAppender.open(stream, options)) {
                append(first, events, random, batch, eventsPerMoment);
            }
            final boolean closed = random.nextBoolean();
            final String run;
            final long acknowledged;
            try (JournalAppender second = JournalAppender.open(stream, options)) {
                run = second.run();
                for (int i = 0; i < MOMENTS; i++) {
                    append(second, events, random, batch, eventsPerMoment);
                    moments.add(Image.of(stream));
                }
                acknowledged = second.acknowledgedSequence();
            }
            if (closed) {
                moments.add(Image.of(stream));
            }
            return new WrittenStream(moments, made, acknowledged, run);
        }
    }

    private static void append(
            final JournalAppender appender, final MadeEvents events, final Random random, final int batch, final int count) {
        final long end = appender.lastSequence() + count;
        while (appender.lastSequence() < end) {
            events.append(appender, 1 + random.nextInt(batch));
        }
    }
}
