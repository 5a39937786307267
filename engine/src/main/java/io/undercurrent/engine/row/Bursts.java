package io.undercurrent.engine.row;

/** Tells bursts apart: one takes a fixed time from what begins it, so that what happens all the time is counted at a steady rate. */
final class Bursts {
    private static final long NEVER = Long.MIN_VALUE;

    private final long lengthNs;
    private long beganNs = NEVER;

    /** @param lengthNs of a burst: what happens so long after its beginning begins another */
    Bursts(final long lengthNs) {
        this.lengthNs = lengthNs;
    }

    /** Something happens; event time never goes back. Returns whether it begins a burst. */
    boolean begins(final long timeNs) {
        if (beganNs != NEVER && timeNs - beganNs < lengthNs) {
            return false;
        }
        beganNs = timeNs;
        return true;
    }

    void restart() {
        beganNs = NEVER;
    }
}
