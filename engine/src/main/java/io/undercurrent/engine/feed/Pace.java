package io.undercurrent.engine.feed;

import java.util.concurrent.locks.LockSupport;

/** Holds a replay back to a multiple of the speed at which it was recorded. The only place where a replay looks at a clock. One thread. */
public final class Pace {
    private static final long UNSET = Long.MIN_VALUE;
    private static final long MAX_PARK_NS = 50_000_000;

    private final double speed;
    private long firstEventNs = UNSET;
    private long startNs;

    private Pace(final double speed) {
        this.speed = speed;
    }

    /** As fast as it goes. */
    public static Pace max() {
        return new Pace(Double.POSITIVE_INFINITY);
    }

    /** @param speed 1: as recorded; 10: ten times as fast. Above 0 */
    public static Pace times(final double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be above 0");
        }
        return new Pace(speed);
    }

    public boolean isMax() {
        return Double.isInfinite(speed);
    }

    /**
     * Waits a little if the event is not due.
     *
     * @param eventNs latest event time published
     * @return whether the next one may go
     */
    public boolean isDue(final long eventNs) {
        if (isMax() || eventNs <= 0) {
            return true;
        }
        final long now = System.nanoTime();
        if (firstEventNs == UNSET) {
            firstEventNs = eventNs;
            startNs = now;
        }
        final long aheadNs = (long) ((eventNs - firstEventNs) / speed) - (now - startNs);
        if (aheadNs > 0) {
            LockSupport.parkNanos(Math.min(aheadNs, MAX_PARK_NS));
            return false;
        }
        return true;
    }
}
