package io.undercurrent.journal;

/**
 * How an appender lays out its files, and what it promises.
 *
 * @param segmentBytes    a segment file that holds this much is closed and the next one begun
 * @param durability      what {@link JournalAppender#acknowledgedSequence} promises
 * @param forceIntervalMs with {@link Durability#INTERVAL}: how often the files are forced
 * @param aheadBytes      room that is reserved on the disk, and memory that is touched, ahead of the writer; 0: nothing is, so a full disk
 *                        can end the process. Only on Linux
 * @param minFreeBytes    with less free room than this {@link JournalSpace#low} is set and no new run begins; 0: never
 * @param minFreeMinutes  the same in minutes at the present rate; 0: never
 */
public record JournalOptions(
        long segmentBytes, Durability durability, int forceIntervalMs, long aheadBytes, long minFreeBytes, int minFreeMinutes) {
    /** Segments of 1 GiB, forced every 10 ms, 16 MiB ahead, low below 64 MiB. */
    public static final JournalOptions DEFAULT = new JournalOptions(1L << 30, Durability.INTERVAL, 10, 16L << 20, 64L << 20, 0);

    private static final long MAX_SEGMENT_BYTES = 64L << 30;
    private static final int MAX_FORCE_INTERVAL_MS = 10_000;
    private static final long MAX_AHEAD_BYTES = 1L << 30;
    private static final int MAX_FREE_MINUTES = 7 * 24 * 60;

    public JournalOptions {
        require("segmentBytes", segmentBytes, 1, MAX_SEGMENT_BYTES);
        require("forceIntervalMs", forceIntervalMs, 1, MAX_FORCE_INTERVAL_MS);
        require("aheadBytes", aheadBytes, 0, MAX_AHEAD_BYTES);
        require("minFreeBytes", minFreeBytes, 0, Long.MAX_VALUE);
        require("minFreeMinutes", minFreeMinutes, 0, MAX_FREE_MINUTES);
    }

    private static void require(final String name, final long value, final long least, final long most) {
        if (value < least || value > most) {
            throw new JournalException(name + " " + value + " is outside " + least + " to " + most);
        }
    }

    public JournalOptions withSegmentBytes(final long bytes) {
        return new JournalOptions(bytes, durability, forceIntervalMs, aheadBytes, minFreeBytes, minFreeMinutes);
    }

    public JournalOptions withDurability(final Durability level) {
        return new JournalOptions(segmentBytes, level, forceIntervalMs, aheadBytes, minFreeBytes, minFreeMinutes);
    }

    public JournalOptions withForceIntervalMs(final int ms) {
        return new JournalOptions(segmentBytes, durability, ms, aheadBytes, minFreeBytes, minFreeMinutes);
    }

    public JournalOptions withAheadBytes(final long bytes) {
        return new JournalOptions(segmentBytes, durability, forceIntervalMs, bytes, minFreeBytes, minFreeMinutes);
    }

    public JournalOptions withMinFreeBytes(final long bytes) {
        return new JournalOptions(segmentBytes, durability, forceIntervalMs, aheadBytes, bytes, minFreeMinutes);
    }

    public JournalOptions withMinFreeMinutes(final int minutes) {
        return new JournalOptions(segmentBytes, durability, forceIntervalMs, aheadBytes, minFreeBytes, minutes);
    }
}
