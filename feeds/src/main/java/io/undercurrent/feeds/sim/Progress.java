package io.undercurrent.feeds.sim;

/** Volume of an instrument while an episode runs, shares. One thread. */
final class Progress {
    private double target;
    private long executed;
    private long total;

    void begin(final double targetParticipation) {
        target = targetParticipation;
        executed = 0;
        total = 0;
    }

    void print(final int shares) {
        total += shares;
    }

    void execute(final int shares) {
        executed += shares;
    }

    long executed() {
        return executed;
    }

    long total() {
        return total;
    }

    double target() {
        return target;
    }

    /** Shares by which the programme is behind its target now; negative: it is ahead. */
    double behind() {
        return target * total - executed;
    }
}
