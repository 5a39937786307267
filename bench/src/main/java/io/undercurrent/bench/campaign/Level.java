package io.undercurrent.bench.campaign;

import io.undercurrent.journal.JournalOptions;

/** How the writers of a campaign are set up. */
final class Level {
    static final long BLOCK_BYTES = 512 << 10;
    static final long SEGMENT_BYTES = 150_000;

    private Level() {
    }

    static JournalOptions small() {
        return new JournalOptions(SEGMENT_BYTES, BLOCK_BYTES);
    }
}
