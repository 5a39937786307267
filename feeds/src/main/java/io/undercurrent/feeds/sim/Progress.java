package io.undercurrent.feeds.sim;

import java.util.Arrays;

/** Volume of an instrument while an episode runs, shares; that of a programme by its parts, which share the target. One thread. */
final class Progress {
    static final int MAX_PARTS = 3;

    private final long[] executed = new long[MAX_PARTS];
    private double perPart;
    private long total;

    /** @param parts from 1 */
    void begin(final double targetParticipation, final int parts) {
        perPart = targetParticipation / parts;
        Arrays.fill(executed, 0);
        total = 0;
    }

    void print(final int shares) {
        total += shares;
    }

    void execute(final int part, final int shares) {
        executed[part] += shares;
    }

    /** Of all parts. */
    long executed() {
        long sum = 0;
        for (final long shares : executed) {
            sum += shares;
        }
        return sum;
    }

    long total() {
        return total;
    }

    /** Participation that each part aims at. */
    double target() {
        return perPart;
    }

    /** Shares by which the part is behind its target now; negative: it is ahead. */
    double behind(final int part) {
        return perPart * total - executed[part];
    }
}
