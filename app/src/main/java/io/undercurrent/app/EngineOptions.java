package io.undercurrent.app;

import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.ConfigException;
import io.undercurrent.engine.config.Setting;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command that computes signals, as a configuration. */
final class EngineOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--config", paramLabel = "FILE", description = "configuration; 'undercurrent config' prints one to start from")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--backend", paramLabel = "NAME", description = "what computes the signals: auto, cpu, cuda or reference")
    private Optional<String> backend = Optional.empty();

    @Option(names = "--row", paramLabel = "TIME", converter = Intervals.class, description = "length of a row, such as 1s or 500ms")
    private Optional<Integer> rowMs = Optional.empty();

    /** Whether a configuration file was given. */
    boolean hasFile() {
        return file.isPresent();
    }

    /** The defaults, the file's settings over them, and the options over those. */
    Config config() {
        Config config = file.map(Config::read).orElseGet(Config::defaults);
        try {
            if (backend.isPresent()) {
                config = config.with(Setting.SIGNALS_BACKEND, backend.get());
            }
            if (rowMs.isPresent()) {
                config = config.with(Setting.ROWS_INTERVAL_MS, Integer.toString(rowMs.get()));
            }
        } catch (final ConfigException e) {
            throw new CommandLine.ParameterException(command.commandLine(), e.getMessage(), e);
        }
        return config;
    }
}
