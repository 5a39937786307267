package io.undercurrent.app;

import io.undercurrent.engine.config.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why an alert was raised or cleared. */
@Command(name = "explain", header = "Shows why an alert was raised or cleared.",
        description = {
            "Goes through the events of the alert's run up to its row, computes its signals again and requires every number of the alert, bit "
                + "for bit. Then it prints the evidence of both sides; for each signal of the alert's side its features (value at the "
                + "alert, median and scale of the baseline before it, z = how many scales the value is off) and gates (conditions that hold, "
                + "block or let a part pass); the last ten minutes of price, spread, depth, lit volume by aggressor and net log-odds, "
                + "from the lowest to the highest value that stands beside them; and ten levels of the book.", "",
            "What the features mean is in docs/signals.md. An alert whose events are pruned can't be explained. One that was written with other "
                + "settings needs its --config.", ""},
        footerHeading = "%nExamples:%n", footer = {
            "  undercurrent explain data/demo/20260105T143000Z",
            "  undercurrent explain data/journal/day 3 --format json | jq '.signals[].features'"})
final class ExplainCommand implements Callable<Integer> {
    private static final String LAST = "last";
    private static final int MIN_WIDTH = 60;
    private static final int MAX_WIDTH = 400;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "journal folder")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "ALERT", arity = "0..1", defaultValue = LAST,
            description = "number of the alert, #N of 'alerts tail' and its sequence in JSON; " + LAST + ", the default, is the last one raised")
    private String which = LAST;

    @Option(names = "--config", paramLabel = "FILE", description = "configuration of the engine that raised it")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--width", paramLabel = "N", defaultValue = "100", description = "columns of the pictures, 60 to 400; default: ${DEFAULT-VALUE}")
    private int width = Undercurrent.HELP_WIDTH;

    @Option(names = "--ascii", description = "draw with ASCII alone; so it does where the locale is not UTF-8")
    private boolean ascii;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    ExplainCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (width < MIN_WIDTH || width > MAX_WIDTH) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--width is " + width + "; it must be 60 to 400");
        }
        if (!which.equals(LAST) && !which.matches("#?[0-9]{1,18}")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "'" + which + "' is no alert; give its number, or " + LAST + " for the last one raised");
        }
        final Config config = file.map(Config::read).orElseGet(Config::defaults);
        final Path events = Journals.events(folder);
        final Alert alert = find(Alert.read(Journals.alerts(folder), 1));
        final AlertExplanation explanation = new AlertHistory(events, alert, new Progress(console)).explain(config);
        if (format == Format.JSON) {
            new ExplanationJson(new Json(console.out()), WindowText.cells(width)).write(explanation);
        } else {
            new ExplanationText(console.out(), ascii ? Glyphs.ASCII : Glyphs.ofOutput(), width).write(explanation);
        }
        return CommandLine.ExitCode.OK;
    }

    private Predicate<Alert> numbered() {
        final long number = Long.parseLong(which.replace("#", ""));
        return alert -> alert.sequence() == number;
    }

    private Alert find(final List<Alert> alerts) {
        if (alerts.isEmpty()) {
            throw new CommandException(folder + " holds no alerts; 'undercurrent signals dump' shows what the signals saw");
        }
        final Predicate<Alert> wanted = which.equals(LAST) ? Alert::isRaised : numbered();
        return alerts.reversed().stream().filter(wanted).findFirst()
                .orElseThrow(() -> new CommandException("there is no alert " + which + " in " + folder + "; it holds " + alerts.size()
                        + ", from " + alerts.getFirst().sequence() + " to " + alerts.getLast().sequence()));
    }
}
