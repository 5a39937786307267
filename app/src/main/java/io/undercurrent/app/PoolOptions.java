package io.undercurrent.app;

import io.undercurrent.score.DayPool;
import io.undercurrent.score.DayProgress;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many days are worked at together: the option of every command that scores days, simulated or recorded. */
final class PoolOptions {
    private static final int MAX_THREADS = 1024;
    private static final double SECOND_NS = 1e9;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--threads", paramLabel = "N", description = "days at a time; default: one a processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** Throws if the number of threads is out of its range. */
    void check() {
        between("--threads", threads, 1, MAX_THREADS);
    }

    DayPool pool() {
        return new DayPool(threads);
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
