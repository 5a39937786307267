package io.undercurrent.bench.campaign;

import io.undercurrent.journal.Durability;
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
    private static final long AHEAD_BYTES = 128 << 10;
    private static final int FORCE_INTERVAL_MS = 2;

    /** Small segments, so that many moments fall on the end of one. */
    JournalOptions options() {
        return options(SEGMENT_BYTES);
    }

    JournalOptions options(final long segmentBytes) {
        return JournalOptions.DEFAULT.withSegmentBytes(segmentBytes).withDurability(durability()).withForceIntervalMs(FORCE_INTERVAL_MS)
                .withAheadBytes(AHEAD_BYTES).withMinFreeBytes(0);
    }

    private Durability durability() {
        return switch (this) {
            case BATCH -> Durability.BATCH;
            case INTERVAL -> Durability.INTERVAL;
            case APPENDED, CONTROL -> Durability.APPENDED;
        };
    }

    static JournalOptions small() {
        return APPENDED.options();
    }

    /** What a power cut must leave. */
    long acknowledged(final JournalAppender appender) {
        return this == APPENDED ? 0 : appender.acknowledgedSequence();
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
