package io.undercurrent.feeds.sim;

import io.undercurrent.codec.Times;

/**
 * The shape of the day, each curve with mean 1 over 13 half hours: about those of IBM and BAC in October 2013. Between the middles of half
 * hours it is linear.
 */
final class DayCurve {
    static final DayCurve TRADES = new DayCurve(1.6, 1.2, 1.07, 1.0, 0.88, 0.7, 0.62, 0.64, 0.62, 0.8, 0.7, 1.0, 2.17);
    static final DayCurve VARIANCE = new DayCurve(3.4, 1.5, 0.9, 0.85, 0.85, 0.7, 0.55, 0.55, 0.55, 0.75, 0.7, 0.75, 0.95);
    static final DayCurve SPREAD = new DayCurve(1.75, 1.22, 1.05, 1.0, 1.0, 0.96, 0.92, 0.9, 0.9, 0.9, 0.86, 0.8, 0.74);

    private static final double PART_NS = 30.0 * Times.MINUTE_NS;

    private final double[] parts;

    private DayCurve(final double... parts) {
        this.parts = parts;
    }

    double at(final long sinceOpenNs) {
        final double position = Math.clamp(sinceOpenNs / PART_NS - 0.5, 0, parts.length - 1);
        final int left = (int) Math.min(position, parts.length - 2);
        return parts[left] + (position - left) * (parts[left + 1] - parts[left]);
    }
}
