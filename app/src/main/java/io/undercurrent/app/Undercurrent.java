package io.undercurrent.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(name = "undercurrent", header = "Sees stealth accumulation in live order books.",
        description = {"Exit status: 0 done, 1 failed (one line on standard error says what and what to do), 2 wrong usage.", ""},
        synopsisSubcommandLabel = "COMMAND", footerHeading = "%nStart here:%n", footer = {
            "  undercurrent demo",
            "  undercurrent replay --help"})
public final class Undercurrent {
    /** Set by the launcher when standard error is a terminal. */
    private static final String TERMINAL = "undercurrent.terminal";
    /** Columns of the help. */
    static final int HELP_WIDTH = 100;

    @SuppressWarnings("unused") // picocli looks at it
    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "show this help")
    private boolean help;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "show the stack trace of a failure")
    private boolean verbose;

    private Undercurrent() {
    }

    /** Runs a command and ends the process with its exit status. */
    public static void main(final String[] args) {
        final StopRequests stops = new StopRequests();
        final Console console = new Console(new Output(new FileOutputStream(FileDescriptor.out)),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8), Boolean.getBoolean(TERMINAL),
                stops);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            final OptionalInt status = stops.request();
            if (status.isPresent()) {
                // the status of a signal would hide that all is in order
                Runtime.getRuntime().halt(status.getAsInt());
            }
        }, "undercurrent-stop"));
        final int status = run(console, System.getenv(Failures.DEBUG) != null, args);
        stops.finish(status);
        System.exit(status);
    }

    /**
     * Runs a command in this process.
     *
     * @param debug show stack traces
     * @return its exit status
     */
    static int run(final Console console, final boolean debug, final String... args) {
        final Failures failures = new Failures(console, debug);
        final Undercurrent top = new Undercurrent();
        int status;
        try {
            status = commandLine(top, console, failures).execute(args);
            console.out().flush();
        } catch (final RuntimeException | Error e) {
            status = failures.onFailure(e, top.verbose);
        }
        return status;
    }

    private static void separateParts(final CommandLine command) {
        command.getCommandSpec().usageMessage().descriptionHeading("%n");
        command.getSubcommands().values().forEach(Undercurrent::separateParts);
    }

    private static CommandLine commandLine(final Undercurrent top, final Console console, final Failures failures) {
        final CommandLine replay = new CommandLine(new ReplayCommand(console));
        replay.getCommandSpec().usageMessage().footer(ReplayCommand.footer());
        final CommandLine simulate = new CommandLine(new SimulateCommand(console));
        simulate.getCommandSpec().usageMessage().footer(SimulateCommand.footer());
        final CommandLine export = new CommandLine(new JournalExportCommand(console));
        export.getCommandSpec().usageMessage().footer(JournalExportCommand.footer());
        final CommandLine recorded = new CommandLine(new ScoreRecordedCommand(console));
        recorded.getCommandSpec().usageMessage().footer(ScoreRecordedCommand.footer());
        final CommandLine all = new CommandLine(top)
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(replay)
                .addSubcommand(simulate)
                .addSubcommand(new CommandLine(new CommandGroups.Alerts()).addSubcommand(new AlertsTailCommand(console)))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new CommandLine(new CommandGroups.Books()).addSubcommand(new BooksDumpCommand(console))
                        .addSubcommand(new BooksAnomaliesCommand(console)))
                .addSubcommand(new CommandLine(new CommandGroups.Signals()).addSubcommand(new SignalsDumpCommand(console)))
                .addSubcommand(new CommandLine(new CommandGroups.Journal()).addSubcommand(new JournalLsCommand(console))
                        .addSubcommand(new JournalVerifyCommand(console)).addSubcommand(new JournalDumpCommand(console))
                        .addSubcommand(new JournalPruneCommand(console)).addSubcommand(new JournalTailersCommand(console))
                        .addSubcommand(export))
                .addSubcommand(new CommandLine(new CommandGroups.Gpu()).addSubcommand(new GpuProbeCommand(console))
                        .addSubcommand(new GpuCheckCommand(console)).addSubcommand(new GpuTimeCommand(console)))
                .addSubcommand(new ProfileCommand(console))
                .addSubcommand(new CommandLine(new ScoreCommand(console))
                        .addSubcommand(new ScoreForestsCommand(console)).addSubcommand(new ScoreFitCommand(console))
                        .addSubcommand(recorded))
                .addSubcommand(new StatCommand(console))
                .addSubcommand(new ConfigCommand(console))
                .addSubcommand(new VersionCommand(console))
                .setOut(new PrintWriter(new OutputWriter(console.out()), true))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, args) -> failures.onUsage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failures.onFailure(e, top.verbose));
        separateParts(all);
        return all;
    }
}
