package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.JournalFolder;
import io.undercurrent.engine.config.Config;
import io.undercurrent.engine.config.Setting;
import io.undercurrent.engine.feed.Pace;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import io.undercurrent.feeds.sim.Truth;
import io.undercurrent.feeds.sim.TruthFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A simulated market with planted programmes through the engine, and what it saw of them. */
@Command(name = "demo", header = "Simulates a market with planted accumulation and shows the alerts beside the truth.",
        description = {
            "A seeded market of several instruments goes through the engine as recorded data would. Then the alerts are read back from "
                + "the alerts journal and matched with what was planted. The journal stays, so that you can look at it with the other "
                + "commands; beside it stands truth.csv, the planted episodes.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent demo",
            "  undercurrent demo --seed 11 --hours 4 --journal data/demo/eleven",
            "  undercurrent demo --format json | jq .found"})
final class DemoCommand implements Callable<Integer> {
    private static final double MIN_HOURS = 1.0 / 60;
    private static final double MAX_HOURS = 6.5;
    private static final double DEMO_HOURS = (double) SimulatorOptions.DEMO_SESSION_NS / Times.HOUR_NS;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7", description = "of the market; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--hours", paramLabel = "H", description = "length of the session, up to 6.5; default: 2")
    private double hours = DEMO_HOURS;

    @Option(names = "--journal", paramLabel = "DIR", description = "where the journal goes; default: a new folder in data/demo")
    private Optional<Path> journal = Optional.empty();

    @Mixin
    private final EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    DemoCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(hours >= MIN_HOURS && hours <= MAX_HOURS)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--hours is " + hours + "; it must be 0.02 to 6.5");
        }
        final Path folder = journal.orElseGet(() -> Journals.fresh(Path.of("data", "demo"), Instant.now(), ""));
        final Config config = engineOptions.config().with(Setting.JOURNAL_DIR, folder.toString());
        final SimulatorOptions market = SimulatorOptions.planted(seed, Math.round(hours * Times.HOUR_NS), SimulatorOptions.STRONG);
        try (SimulatorFeed feed = new SimulatorFeed(market)) {
            final RunSummary summary = new EngineRun(console, config).run(feed, Pace.max(), EngineRun.Check.NONE);
            final List<Truth> truths = feed.truth();
            final Path truthFile = Journals.free(folder, "truth", ".csv");
            TruthFile.write(truthFile, truths);
            final Path stream = JournalFolder.alerts(folder);
            final List<Alert> alerts = Alert.read(stream, Journals.newestRunStart(stream));
            write(new DemoReport(seed, truthFile, Programme.match(truths, alerts), alerts, summary));
        }
        return CommandLine.ExitCode.OK;
    }

    private void write(final DemoReport report) {
        if (format == Format.JSON) {
            report.writeJson(new Json(console.out()));
        } else {
            report.writeText(console.out());
        }
    }
}
