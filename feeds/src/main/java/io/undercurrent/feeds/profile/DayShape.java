package io.undercurrent.feeds.profile;

import io.undercurrent.codec.Times;
import java.util.List;

/** Half hours of the session against the mean half hour: trades, variance over 10 s, spread. One thread. */
final class DayShape {
    private static final long PART_NS = 30 * Times.MINUTE_NS;
    private static final int PARTS = 13;
    private static final int STEPS = 100;

    private final double[] trades = new double[PARTS];
    private final double[] squares = new double[PARTS];
    private final double[] spreadNs = new double[PARTS];
    private final double[] knownNs = new double[PARTS];

    void trade(final long sinceOpenNs) {
        trades[part(sinceOpenNs)]++;
    }

    void spread(final long sinceOpenNs, final double spreadTicks, final long durationNs) {
        spreadNs[part(sinceOpenNs)] += spreadTicks * durationNs;
        knownNs[part(sinceOpenNs)] += durationNs;
    }

    void path(final MidPath path) {
        for (int i = STEPS; i < path.length(); i += STEPS) {
            final double change = path.mid(i) - path.mid(i - STEPS);
            if (!Double.isNaN(change)) {
                squares[part((i - STEPS) * MidPath.GRID_NS)] += change * change;
            }
        }
    }

    private static int part(final long sinceOpenNs) {
        return Math.clamp(sinceOpenNs / PART_NS, 0, PARTS - 1);
    }

    void addTo(final List<Fact> facts) {
        for (int part = 0; part < PARTS; part++) {
            facts.add(new Fact("day: trades", clock(part), "of mean", share(trades, part)));
        }
        for (int part = 0; part < PARTS; part++) {
            facts.add(new Fact("day: variance", clock(part), "of mean", share(squares, part)));
        }
        final double[] spreads = new double[PARTS];
        for (int i = 0; i < PARTS; i++) {
            spreads[i] = knownNs[i] == 0 ? 0 : spreadNs[i] / knownNs[i];
        }
        for (int part = 0; part < PARTS; part++) {
            facts.add(new Fact("day: spread", clock(part), "of mean", share(spreads, part)));
        }
    }

    private static String clock(final int part) {
        final int minutes = 9 * 60 + 30 + part * 30;
        return String.format(java.util.Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    /** NaN unless the whole day is there. */
    private double share(final double[] values, final int part) {
        double sum = 0;
        for (int i = 0; i < PARTS; i++) {
            if (knownNs[i] == 0) {
                return Double.NaN;
            }
            sum += values[i];
        }
        return values[part] * PARTS / sum;
    }
}
