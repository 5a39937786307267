package io.undercurrent.bench.campaign;

import io.undercurrent.journal.JournalAppender;
import io.undercurrent.journal.JournalOptions;

/** What a writer counts as acknowledged. */
enum Level {
    BATCH,
    INTERVAL,
    APPENDED,
    /** Plain Chronicle Queue, its {@code appender.sync()} taken for an acknowledgement: the control, whose losses are shown and not judged. */
    CONTROL;

    private static final long SEGMENT_BYTES = 150_000;
    private static final long BLOCK_BYTES = 512 << 10;

    /** Small segments, so that many moments fall on the end of one. */
    JournalOptions options() {
        return options(SEGMENT_BYTES);
    }

    JournalOptions options(final long segmentBytes) {
        return new JournalOptions(segmentBytes, BLOCK_BYTES);
    }

    static JournalOptions small() {
        return APPENDED.options();
    }

    long acknowledged(final JournalAppender appender) {
        return 0;
    }

    String label() {
        return switch (this) {
            case BATCH -> "batch";
            case INTERVAL -> "interval";
            case APPENDED -> "appended";
            case CONTROL -> "plain Chronicle, sync() (control)";
        };
    }
}
