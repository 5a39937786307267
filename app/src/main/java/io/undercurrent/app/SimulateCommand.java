package io.undercurrent.app;

import io.undercurrent.codec.Times;
import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.output.EventWriter;
import io.undercurrent.feeds.output.WriterFormat;
import io.undercurrent.feeds.output.WriterSlots;
import io.undercurrent.feeds.sim.SimulatedInstrument;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import io.undercurrent.feeds.sim.Truth;
import io.undercurrent.feeds.sim.TruthFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A simulated day as files that {@code replay} reads, with the truth beside it. */
@Command(name = "simulate", header = "Writes a simulated day in a format that replay reads, with the truth beside it.",
        description = {
            "The market is that of a seed: the same seed gives the same files. A whole day has programmes and confounders at random "
                + "times, a shorter session those of the demo; truth.csv says when and where. What the format can't say is left out and "
                + "counted.", ""})
final class SimulateCommand implements Callable<Integer> {
    private static final double MIN_HOURS = 1.0 / 60;
    private static final double DAY_HOURS = 6.5;
    private static final int BATCH = 1_000;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "one of the formats below")
    private String format = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for the files; nothing in it is overwritten")
    private Path folder = Path.of("");

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7", description = "of the market; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--hours", paramLabel = "H", description = "length of the session, up to 6.5, which is the default")
    private double hours = DAY_HOURS;

    @Option(names = "--symbol", paramLabel = "S", description = "write only this instrument of the market")
    private Optional<String> symbol = Optional.empty();

    @Option(names = "--clean", description = "plant nothing")
    private boolean clean;

    SimulateCommand(final Console console) {
        this.console = console;
    }

    static String[] footer() {
        return WrittenFiles.footer(
                "  undercurrent simulate mbo-csv --out data/sim/day --hours 1",
                "  undercurrent simulate itch --out data/sim/itch --seed 11 --clean",
                "  undercurrent simulate lobster --out data/sim/brick --symbol BRICK");
    }

    @Override
    public Integer call() {
        final WriterFormat chosen = WrittenFiles.format(spec, format);
        if (!(hours >= MIN_HOURS && hours <= DAY_HOURS)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--hours is " + hours + "; it must be 0.02 to 6.5");
        }
        final SimulatorOptions market = market();
        requireSymbol(market);
        final Path truthFile = folder.resolve(TruthFile.NAME);
        if (Files.exists(truthFile)) {
            throw new CommandException(truthFile + " is there already; choose another folder with --out");
        }
        final SimulatorFeed feed = new SimulatorFeed(market);
        final EventWriter writer = chosen.open(folder, symbol);
        final long events;
        try (feed; writer) {
            events = run(feed, writer);
        }
        final List<Truth> truths = feed.truth().stream().filter(truth -> symbol.isEmpty() || symbol.get().equals(truth.symbol())).toList();
        TruthFile.write(truthFile, truths);
        WrittenFiles.write(console.out(), writer, events);
        RunSummary.line(console.out(), "truth", truthFile + ", " + truths.size() + " episodes");
        return CommandLine.ExitCode.OK;
    }

    private SimulatorOptions market() {
        if (hours == DAY_HOURS) {
            return clean ? SimulatorOptions.cleanDay(seed) : SimulatorOptions.plantedDay(seed);
        }
        final long sessionNs = Math.round(hours * Times.HOUR_NS);
        return clean ? SimulatorOptions.clean(seed, sessionNs) : SimulatorOptions.planted(seed, sessionNs, SimulatorOptions.STRONG);
    }

    private void requireSymbol(final SimulatorOptions market) {
        final List<String> symbols = market.instruments().stream().map(SimulatedInstrument::symbol).toList();
        symbol.filter(wanted -> !symbols.contains(wanted)).ifPresent(wanted -> {
            throw new CommandException("no instrument '" + wanted + "' in the simulated market; there are "
                    + symbols.stream().collect(Collectors.joining(", ")));
        });
    }

    private long run(final SimulatorFeed feed, final EventWriter writer) {
        final EventPublisher out = new EventPublisher(new WriterSlots(writer), 1);
        final Progress progress = new Progress(console);
        try {
            while (feed.poll(out, BATCH) != Feed.DONE) {
                progress.show(String.format(Locale.ROOT, "%s %3.0f %%, %,d events", format, 100.0 * feed.bytesRead() / feed.bytesTotal(),
                        out.published()));
            }
        } finally {
            progress.clear();
        }
        return out.published();
    }
}
