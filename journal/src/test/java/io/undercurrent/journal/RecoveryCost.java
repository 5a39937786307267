package io.undercurrent.journal;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures how long a start takes behind a run that was not closed in order: {@code write DIR GIB}, then (with the page cache dropped in
 * between, for a cold one) {@code open DIR}, and {@code open DIR} again behind the run that the first one closed in order.
 */
final class RecoveryCost {
    private RecoveryCost() {
    }

    public static void main(final String[] arguments) throws Exception {
        final Path stream = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            final long bytes = (long) (Double.parseDouble(arguments[2]) * (1L << 30));
            final Batch batch = new Batch();
            try (JournalAppender appender = JournalAppender.open(stream)) {
                while (appender.lastSequence() * Batch.EVENT_LENGTH < bytes) {
                    batch.append(appender, 16);
                }
            }
            Files.delete(RunDirectory.list(stream).getLast().path().resolve(RunStop.FILE));
            return;
        }
        final long before = System.nanoTime();
        final boolean read;
        final long sequence;
        try (JournalAppender appender = JournalAppender.open(stream)) {
            read = appender.recovered().isPresent();
            sequence = appender.nextSequence();
        }
        System.out.printf("ready after %.3f s, next sequence %d, %s%n", (System.nanoTime() - before) / 1e9, sequence,
                read ? "the last run was read" : "the last run was closed in order");
    }
}
