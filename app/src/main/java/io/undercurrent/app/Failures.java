package io.undercurrent.app;

import io.undercurrent.engine.EngineException;
import io.undercurrent.engine.config.ConfigException;
import io.undercurrent.engine.feed.FeedException;
import io.undercurrent.engine.ring.IntakeStoppedException;
import io.undercurrent.journal.JournalException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** Turns whatever goes wrong into one line on standard error and an exit status. */
final class Failures {
    /** Set to anything, it shows stack traces as {@code --verbose} does. */
    static final String DEBUG = "UNDERCURRENT_DEBUG";
    static final int FAILED = 1;

    private final Console console;
    private final boolean debug;

    Failures(final Console console, final boolean debug) {
        this.console = console;
        this.debug = debug;
    }

    /** The command line is wrong: exit status 2. */
    int onUsage(final CommandLine.ParameterException e) {
        final CommandLine command = e.getCommandLine();
        console.err().println("undercurrent: " + oneLine(e.getMessage()) + "; see '" + command.getCommandSpec().qualifiedName()
                + " --help'");
        trace(e, debug);
        return ExitCode.USAGE;
    }

    /** The command could not be carried out: exit status 1; 0 if only its reader went away. */
    int onFailure(final Throwable cause, final boolean verbose) {
        if (cause instanceof OutputClosedException) {
            return ExitCode.OK;
        }
        console.err().println("undercurrent: " + message(cause));
        trace(cause, verbose || debug);
        return FAILED;
    }

    private void trace(final Throwable cause, final boolean wanted) {
        if (wanted) {
            cause.printStackTrace(console.err());
        }
    }

    private static String message(final Throwable cause) {
        return switch (cause) {
            case CommandException e -> oneLine(e.getMessage());
            case EngineException e -> oneLine(e.getMessage());
            case FeedException e -> oneLine(e.getMessage());
            case ConfigException e -> oneLine(e.getMessage());
            case JournalException e -> oneLine(e.getMessage());
            case IntakeStoppedException e -> oneLine(e.getMessage());
            case UncheckedIOException e -> oneLine(e.getMessage());
            case OutOfMemoryError e -> "out of memory (" + e.getMessage() + "); give more with UNDERCURRENT_JAVA_OPTS=-Xmx8g";
            case InternalError e when String.valueOf(e.getMessage()).contains("memory access") ->
                "a mapped file can't be read or written: the disk of the journal is full or fails; make room or choose another folder";
            default -> "unexpected: " + oneLine(cause.toString()) + "; this is a bug: run it again with --verbose and report what it prints";
        };
    }

    private static String oneLine(final String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
