package io.undercurrent.journal;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Main of a process that fills a small disk with its journal, three times: {@code DISK}. Each time it is full it suspends, makes room, and
 * resumes; prints how often it was full, and the last sequence.
 */
final class FullDiskProcess {
    private static final JournalOptions OPTIONS =
            JournalOptions.DEFAULT.withSegmentBytes(1 << 20).withAheadBytes(1 << 20).withMinFreeBytes(0);

    private static final int TIMES = 3;

    private FullDiskProcess() {
    }

    public static void main(final String[] arguments) throws Exception {
        final Path disk = Path.of(arguments[0]);
        for (int i = 1; i < TIMES; i++) {
            Files.write(disk.resolve("filler" + i), new byte[2 << 20]);
        }
        final Batch batch = new Batch();
        int full = 0;
        try (JournalAppender appender = JournalAppender.open(disk.resolve("events"), OPTIONS)) {
            while (full < TIMES) {
                try {
                    batch.append(appender, 1 + full * 100);
                } catch (final JournalFullException e) {
                    full++;
                    appender.suspend();
                    if (full < TIMES) {
                        Files.delete(disk.resolve("filler" + full));
                        appender.resume();
                    }
                }
            }
            System.out.println("full " + full + " times behind " + appender.lastSequence());
        }
    }
}
