package io.undercurrent.app;

import io.undercurrent.engine.feed.EventPublisher;
import io.undercurrent.engine.feed.Feed;
import io.undercurrent.feeds.profile.Fact;
import io.undercurrent.feeds.profile.InstrumentProfile;
import io.undercurrent.feeds.profile.MarketProfile;
import io.undercurrent.feeds.profile.ProfileSlots;
import io.undercurrent.feeds.sim.SimulatorFeed;
import io.undercurrent.feeds.sim.SimulatorOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The stylised facts of what journals hold, and of simulated days. */
@Command(name = "profile", header = "Measures what a market in a journal is like.",
        description = {
            "Stylised facts of each instrument's regular sessions: spread, depth, how far the mid moves over a tenth of a second to five "
                + "minutes, trades, the memory of their signs, order sizes and lifetimes, off-exchange prints, the shape of the day. Recorded and "
                + "simulated markets are measured the same way, so they can be laid side by side. Empty: these events do not tell.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent profile data/journal/aapl",
            "  undercurrent profile data/journal/aapl data/journal/bac --simulate 5",
            "  undercurrent profile data/demo/20260105T143000Z --symbol MAPLE --format json"})
final class ProfileCommand implements Callable<Integer> {
    private static final int BATCH = 10_000;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..*", description = "journal folders")
    private List<Path> folders = List.of();

    @Option(names = "--simulate", paramLabel = "DAYS", description = "also so many simulated days with nothing planted")
    private int days;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the first simulated day; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--symbol", paramLabel = "S", description = "only this instrument")
    private Optional<String> symbol = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    ProfileCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (folders.isEmpty() && days < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "give a journal folder, or --simulate with a number of days");
        }
        final List<Measured> measured = new ArrayList<>();
        for (final Path folder : folders) {
            final MarketProfile market = new MarketProfile();
            Journals.read(Journals.events(folder), (buffer, offset, length) -> market.onEvent(buffer, offset));
            add(measured, folder.toString(), market);
        }
        if (days > 0) {
            add(measured, "simulated", simulated());
        }
        if (measured.isEmpty()) {
            throw new CommandException("no instrument " + symbol.map(name -> "'" + name + "' ").orElse("") + "in " + folders);
        }
        if (format == Format.JSON) {
            measured.forEach(this::writeJson);
        } else {
            new ProfileTable(console.out()).write(measured);
        }
        return CommandLine.ExitCode.OK;
    }

    private void add(final List<Measured> measured, final String source, final MarketProfile market) {
        market.instruments().stream().filter(one -> symbol.isEmpty() || one.symbol().equals(symbol.get()))
                .forEach(one -> measured.add(Measured.of(source, one)));
    }

    private MarketProfile simulated() {
        final MarketProfile market = new MarketProfile();
        final Progress progress = new Progress(console);
        try {
            for (int day = 0; day < days; day++) {
                final SimulatorOptions options = SimulatorOptions.cleanDay(seed + day);
                final EventPublisher out = new EventPublisher(new ProfileSlots(market), 1);
                try (SimulatorFeed feed = new SimulatorFeed(options.withDay(options.day().plusDays(day)))) {
                    while (feed.poll(out, BATCH) != Feed.DONE) {
                        progress.show(String.format(Locale.ROOT, "day %d of %d", day + 1, days));
                    }
                }
            }
        } finally {
            progress.clear();
        }
        return market;
    }

    private void writeJson(final Measured one) {
        final Json json = new Json(console.out());
        json.beginObject().text("source", one.source()).text("symbol", one.symbol());
        String group = "";
        for (final Fact fact : one.facts()) {
            if (!fact.group().equals(group)) {
                if (!group.isEmpty()) {
                    json.endObject();
                }
                group = fact.group();
                json.beginObject(group);
            }
            final String name = fact.unit().isEmpty() ? fact.name() : fact.name() + ", " + fact.unit();
            if (Double.isFinite(fact.value())) {
                json.number(name, fact.value());
            } else {
                json.nothing(name);
            }
        }
        json.endObject().endObject();
        json.endLine();
    }

    /** An instrument of a journal or of simulated days. */
    record Measured(String source, String symbol, List<Fact> facts) {
        Measured {
            facts = List.copyOf(facts);
        }

        static Measured of(final String source, final InstrumentProfile profile) {
            return new Measured(source, profile.symbol(), profile.facts());
        }
    }
}
