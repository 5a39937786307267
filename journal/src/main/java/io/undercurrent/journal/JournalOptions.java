package io.undercurrent.journal;

/**
 * How an appender lays out its files.
 *
 * @param segmentBytes a segment file that holds this much is closed and the next one begun
 * @param blockBytes   what is mapped at once; files grow by it (sparse, so only written pages take room). A multiple of 64 KiB
 */
public record JournalOptions(long segmentBytes, long blockBytes) {
    /** Segments of 1 GiB, blocks of 16 MiB. */
    public static final JournalOptions DEFAULT = new JournalOptions(1L << 30, 16L << 20);

    private static final long PAGES = 64L << 10;
    private static final long MIN_BLOCK_BYTES = 512L << 10;
    private static final long MAX_BLOCK_BYTES = 1L << 30;
    private static final long MAX_SEGMENT_BYTES = 64L << 30;

    public JournalOptions {
        if (segmentBytes < 1 || segmentBytes > MAX_SEGMENT_BYTES) {
            throw new JournalException("segmentBytes " + segmentBytes + " is outside 1 to " + MAX_SEGMENT_BYTES);
        }
        // Chronicle takes documents of up to a quarter of a block
        if (blockBytes < MIN_BLOCK_BYTES || blockBytes > MAX_BLOCK_BYTES || blockBytes % PAGES != 0) {
            throw new JournalException("blockBytes " + blockBytes + " is not a multiple of " + PAGES + " in " + MIN_BLOCK_BYTES + " to "
                    + MAX_BLOCK_BYTES);
        }
    }
}
