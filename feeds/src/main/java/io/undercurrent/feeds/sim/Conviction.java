package io.undercurrent.feeds.sim;

/**
 * Who accumulates is often right: apart from what his orders move, the value drifts his way in small steps. Over the whole episode it
 * comes to a random part of the usual move of such a time, less for a small programme.
 */
final class Conviction {
    private static final double STEP_MS = 3000;
    private static final double FULL_TARGET = 0.1;

    private final double least;
    private final double most;
    private double bpPerStep;
    private double nextMs;

    /** @param least of the usual move, in its deviations */
    Conviction(final double least, final double most) {
        this.least = least;
        this.most = most;
    }

    void begin(final Desk desk) {
        final double minutes = desk.durationNs() / 60e9;
        final double whole = desk.random().between(least, most) * Math.min(1, Math.sqrt(desk.target() / FULL_TARGET))
                * desk.profile().volatilityBp() * Math.sqrt(minutes);
        bpPerStep = whole * STEP_MS / (60_000 * minutes);
    }

    /** Call it whenever the agent wakes. */
    void go(final Desk desk) {
        final double nowMs = desk.sinceStartNs() / 1e6;
        while (nextMs <= nowMs) {
            desk.jump(bpPerStep * desk.random().exponential(), 0);
            nextMs += STEP_MS * desk.random().exponential();
        }
    }
}
