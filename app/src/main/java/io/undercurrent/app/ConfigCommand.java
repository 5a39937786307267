package io.undercurrent.app;

import io.undercurrent.engine.config.Config;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The configuration as the engine sees it. */
@Command(name = "config", header = "Prints the effective configuration as YAML.",
        description = {"Every key with its meaning and range: the defaults, and the settings of FILE over them.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent config > undercurrent.yaml",
            "  undercurrent config --config undercurrent.yaml"})
final class ConfigCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--config", paramLabel = "FILE", description = "file to check and to merge")
    private Optional<Path> file = Optional.empty();

    ConfigCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(file.map(Config::read).orElseGet(Config::defaults).toYaml());
        return CommandLine.ExitCode.OK;
    }
}
