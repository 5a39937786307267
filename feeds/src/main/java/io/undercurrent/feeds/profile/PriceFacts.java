package io.undercurrent.feeds.profile;

import java.util.ArrayList;
import java.util.List;

/** How the mid moves: variance over several times (the signature plot), tails, memory. One thread. */
final class PriceFacts {
    private static final String GROUP = "price";
    private static final int[] SIGNATURE_STEPS = {1, 10, 100, 600, 3000};
    private static final int MINUTE_STEPS = 600;

    private final List<MidPath> paths = new ArrayList<>();

    void begin(final long startNs) {
        paths.add(new MidPath(startNs));
    }

    MidPath path() {
        return paths.getLast();
    }

    private double variance(final int steps) {
        final double[] sums = new double[2];
        paths.forEach(path -> path.addSquares(steps, sums));
        return sums[0] / sums[1] / steps * MidPath.PER_SECOND;
    }

    private Series changes(final int steps) {
        final Series changes = new Series();
        paths.forEach(path -> path.addChanges(steps, changes));
        return changes;
    }

    /** @param bpPerTick of the mean price */
    void addTo(final List<Fact> facts, final double bpPerTick) {
        final double minute = variance(MINUTE_STEPS);
        facts.add(new Fact(GROUP, "deviation over 1 min", "bp", Math.sqrt(minute * 60) * bpPerTick));
        for (final int steps : SIGNATURE_STEPS) {
            final String name = steps < MidPath.PER_SECOND ? "0.1 s" : steps / MidPath.PER_SECOND + " s";
            facts.add(new Fact(GROUP, "variance over " + name + " / 60 s", "", variance(steps) / minute));
        }
        facts.add(new Fact(GROUP, "kurtosis of 1 s", "of normal", changes(10).kurtosis()));
        facts.add(new Fact(GROUP, "kurtosis of 10 s", "of normal", changes(100).kurtosis()));
        facts.add(new Fact(GROUP, "kurtosis of 60 s", "of normal", changes(MINUTE_STEPS).kurtosis()));
        facts.add(new Fact(GROUP, "autocorrelation of 1 s", "", changes(10).autocorrelation(1)));
        facts.add(new Fact(GROUP, "autocorrelation of 10 s", "", changes(100).autocorrelation(1)));
        facts.add(new Fact(GROUP, "seconds without change", "%", 100 * still()));
        final Series moves = new Series();
        final Series changes = changes(MINUTE_STEPS);
        for (int i = 0; i < changes.count(); i++) {
            moves.add(Math.abs(changes.get(i)));
        }
        facts.add(new Fact(GROUP, "autocorrelation of moves, 1 min", "", moves.autocorrelation(1)));
        facts.add(new Fact(GROUP, "autocorrelation of moves, 5 min", "", moves.autocorrelation(5)));
    }

    private double still() {
        final Series changes = changes(MidPath.PER_SECOND);
        int still = 0;
        for (int i = 0; i < changes.count(); i++) {
            still += changes.get(i) == 0 ? 1 : 0;
        }
        return (double) still / changes.count();
    }
}
