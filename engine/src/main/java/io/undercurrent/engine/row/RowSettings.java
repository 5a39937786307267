package io.undercurrent.engine.row;

/**
 * How rows are cut.
 *
 * @param intervalNs length of a row in event time, 100 ms to 60 s
 * @param quietLimitNs a jump of event time over this closes no rows and restarts all windows; at least an interval
 * @param maxInstruments the most that get rows, from 1; also the capacity a sweep must have
 */
public record RowSettings(long intervalNs, long quietLimitNs, int maxInstruments) {
    public static final long DEFAULT_INTERVAL_NS = 1_000_000_000L;
    public static final long DEFAULT_QUIET_LIMIT_NS = 600_000_000_000L;

    private static final long MIN_INTERVAL_NS = 100_000_000L;
    private static final long MAX_INTERVAL_NS = 60_000_000_000L;

    public RowSettings {
        if (intervalNs < MIN_INTERVAL_NS || intervalNs > MAX_INTERVAL_NS) {
            throw new IllegalArgumentException("row interval " + intervalNs + " ns must be 100 ms to 60 s");
        }
        if (quietLimitNs < intervalNs) {
            throw new IllegalArgumentException("quiet limit " + quietLimitNs + " ns must be at least the row interval");
        }
        if (maxInstruments < 1) {
            throw new IllegalArgumentException("instruments must be at least 1, not " + maxInstruments);
        }
    }

    /** Rows of 1 s; ten minutes of quiet restart. */
    public static RowSettings standard(final int maxInstruments) {
        return new RowSettings(DEFAULT_INTERVAL_NS, DEFAULT_QUIET_LIMIT_NS, maxInstruments);
    }
}
