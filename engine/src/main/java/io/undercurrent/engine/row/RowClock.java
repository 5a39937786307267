package io.undercurrent.engine.row;

/**
 * Event time and the boundaries at which rows close. Event time is the highest exchange time so far; nothing moves it back. Boundaries
 * are multiples of the interval since the session's start; without sessions, since 1970 UTC. Between a session's end and the next
 * start no rows close.
 */
final class RowClock {
    /** Times above are not of our century. */
    private static final long MAX_TIME_NS = 1L << 62;

    private final long intervalNs;
    private final long quietLimitNs;
    private long nowNs;
    private long originNs;
    private long nextCloseNs = Long.MAX_VALUE;
    private boolean open = true;

    RowClock(final RowSettings settings) {
        intervalNs = settings.intervalNs();
        quietLimitNs = settings.quietLimitNs();
    }

    /** 0 before the first event with a time. */
    long nowNs() {
        return nowNs;
    }

    static boolean usable(final long timeNs) {
        return timeNs > 0 && timeNs <= MAX_TIME_NS;
    }

    /** A boundary is at this time or before. */
    boolean due(final long timeNs) {
        return open && nextCloseNs <= timeNs;
    }

    /** Boundaries that event time passes on its way there. */
    int boundariesUpTo(final long timeNs) {
        if (!due(timeNs) || !usable(timeNs) || jumps(timeNs)) {
            return 0;
        }
        return (int) ((timeNs - nextCloseNs) / intervalNs) + 1;
    }

    long nextCloseNs() {
        return nextCloseNs;
    }

    /** The next boundary's rows are closed. */
    void closed() {
        nextCloseNs += intervalNs;
    }

    /** Event time would jump over the quiet limit. */
    boolean jumps(final long timeNs) {
        return nowNs > 0 && timeNs - nowNs > quietLimitNs;
    }

    /** Moves event time on, after the boundaries up to there are closed. */
    void advance(final long timeNs) {
        nowNs = timeNs;
    }

    /** Moves event time on and forgets the boundaries on the way; also for the first time of all. */
    void jump(final long timeNs) {
        nowNs = timeNs;
        align();
    }

    /** A session starts now. */
    void start() {
        open = true;
        originNs = nowNs;
        align();
    }

    void end() {
        open = false;
    }

    /** False between sessions. */
    boolean open() {
        return open;
    }

    private void align() {
        nextCloseNs = originNs + ((nowNs - originNs) / intervalNs + 1) * intervalNs;
    }
}
