package io.undercurrent.app;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.score.DayProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** What every command has that fits something on simulated days and writes it to a file that names the command. */
final class FitOptions {
    @Mixin
    private final ScoreOptions days = new ScoreOptions();

    @Mixin
    private final PoolOptions pool = new PoolOptions();

    @Mixin
    private final EngineOptions engine = new EngineOptions();

    ScoreOptions days() {
        return days;
    }

    PoolOptions pool() {
        return pool;
    }

    Config config() {
        return engine.config();
    }

    /** Throws if one of them is out of its range. */
    void check() {
        pool.check();
        days.check(pool);
    }

    /** Fits with progress shown; days that have too little to fit on are said in one line. */
    <T> T fit(final Console console, final Function<DayProgress, T> work) {
        final Progress progress = new Progress(console);
        try {
            return work.apply(pool.progress(progress));
        } catch (final IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        } finally {
            progress.clear();
        }
    }

    /** How the options look that the result depends on, behind those of the command itself. */
    String made(final Config config) {
        return String.format(Locale.ROOT, " --row %dms%s", config.integer(Setting.ROWS_INTERVAL_MS), days.wholeDays() ? "" : " --hours " + days.hours());
    }

    static void write(final Path file, final CharSequence text) {
        try {
            Files.writeString(file, text, StandardCharsets.US_ASCII);
        } catch (final IOException e) {
            throw new CommandException("cannot write " + file + ": " + e + "; choose another file");
        }
    }
}
