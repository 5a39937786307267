package io.undercurrent.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The command line as processes of their own. */
final class Processes {
    private static final long LIMIT_S = 60;
    private static final long PAUSE_NS = 10_000_000;

    private Processes() {
    }

    /** Starts a command; its standard error goes to {@code err}. */
    static Process start(final Path err, final String... args) {
        return start(err, List.of(), args);
    }

    /** As {@link #start(Path, String...)}, with more options for the JVM. */
    static Process start(final Path err, final List<String> jvmOptions, final String... args) {
        return start(err, Map.of(), jvmOptions, args);
    }

    /** As {@link #start(Path, List, String...)}, with more variables in its environment. */
    static Process start(final Path err, final Map<String, String> environment, final List<String> jvmOptions, final String... args) {
        // a shell's background jobs ignore interrupts, and so would what they start
        final List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + root().resolve("jvm.args"), "-XX:+UseSerialGC",
                "-Xmx1g", "-cp", System.getProperty("java.class.path")));
        command.addAll(jvmOptions);
        command.add(Undercurrent.class.getName());
        command.addAll(List.of(args));
        try {
            final ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
            builder.environment().putAll(environment);
            return builder.start();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the whole project. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("jvm.args"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** All that the process prints until it ends. */
    static String output(final Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static int status(final Process process) throws InterruptedException {
        if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process did not end within " + LIMIT_S + " s");
        }
        return process.exitValue();
    }

    /** Unlike {@code Process.destroy} this leaves its output open. */
    static void signal(final Process process, final String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            return e.toString();
        }
    }

    /** Waits until it holds, as long as the process lives. */
    static void await(final Process process, final BooleanSupplier condition) {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("the process ended, or took too long, before it did what was awaited");
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
