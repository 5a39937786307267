package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.feeds.sim.SimulatorOptions;
import io.undercurrent.score.DayProgress;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command that simulates labelled days. */
final class ScoreOptions {
    static final int MAX_DAYS = 10_000;

    private static final int MAX_THREADS = 1024;
    private static final double MINUTES = 60;
    private static final double LEAST_HOURS = 0.5;
    private static final double FULL_HOURS = (double) SimulatorOptions.FULL_SESSION_NS / Times.HOUR_NS;
    private static final double SECOND_NS = 1e9;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--hours", paramLabel = "H", description = "how much of each day is taken, from its start; default: 6.5, all")
    private double hours = FULL_HOURS;

    @Option(names = "--threads", paramLabel = "N", description = "days at a time; default: one a processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    int threads() {
        return threads;
    }

    double hours() {
        return hours;
    }

    boolean wholeDays() {
        return hours == FULL_HOURS;
    }

    int minutes() {
        return Math.toIntExact(Math.round(hours * MINUTES));
    }

    /** Throws if one of them is out of its range. */
    void check() {
        between("--threads", threads, 1, MAX_THREADS);
        require(hours >= LEAST_HOURS && hours <= FULL_HOURS, "--hours is " + hours + "; it must be " + LEAST_HOURS + " to " + FULL_HOURS);
    }

    void between(final String name, final int value, final int low, final int high) {
        require(value >= low && value <= high, name + " is " + value + "; it must be " + low + " to " + high);
    }

    void require(final boolean holds, final String message) {
        if (!holds) {
            throw new CommandLine.ParameterException(command.commandLine(), message);
        }
    }

    /** How far it is, and how long it may still take. */
    DayProgress progress(final Progress progress) {
        final long startNs = System.nanoTime();
        return (done, of) -> progress.show(line(done, of, (System.nanoTime() - startNs) / SECOND_NS));
    }

    private static String line(final int done, final int of, final double seconds) {
        return done == of ? "counting ..." : String.format(Locale.ROOT, "day %d of %d, %.1f s a day, %s left", done, of, seconds / done,
                Durations.text(Math.round(seconds / done * (of - done) * SECOND_NS)));
    }
}
