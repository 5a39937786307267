package io.undercurrent.feeds.plant;

/** Volume of an instrument while an episode runs, in size increments; that of the programme by its parts, which share the target. One thread. */
final class Progress {
    private final double perPart;
    private final long[] executed;
    private long total;

    /** @param parts from 1 */
    Progress(final double target, final int parts) {
        perPart = target / parts;
        executed = new long[parts];
    }

    void recorded(final long units) {
        total += units;
    }

    void executed(final int part, final long units) {
        executed[part] += units;
        total += units;
    }

    long executed() {
        long sum = 0;
        for (final long units : executed) {
            sum += units;
        }
        return sum;
    }

    /** Recorded and planted. */
    long total() {
        return total;
    }

    /** How much the part lags behind its target; negative: it is ahead. */
    double behind(final int part) {
        return perPart * total - executed[part];
    }
}
