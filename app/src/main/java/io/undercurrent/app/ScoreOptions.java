package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.feeds.sim.SimulatorOptions;
import picocli.CommandLine.Option;

/** The option of every command that simulates labelled days. */
final class ScoreOptions {
    static final int MAX_DAYS = 10_000;

    private static final double MINUTES = 60;
    private static final double LEAST_HOURS = 0.5;
    private static final double FULL_HOURS = (double) SimulatorOptions.FULL_SESSION_NS / Times.HOUR_NS;

    @Option(names = "--hours", paramLabel = "H", description = "how much of each day is taken, from its start; default: 6.5, all")
    private double hours = FULL_HOURS;

    double hours() {
        return hours;
    }

    boolean wholeDays() {
        return hours == FULL_HOURS;
    }

    int minutes() {
        return Math.toIntExact(Math.round(hours * MINUTES));
    }

    /** Throws if it is out of its range. */
    void check(final PoolOptions command) {
        command.require(hours >= LEAST_HOURS && hours <= FULL_HOURS, "--hours is " + hours + "; it must be " + LEAST_HOURS + " to " + FULL_HOURS);
    }
}
