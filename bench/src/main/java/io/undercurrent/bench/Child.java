package io.undercurrent.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java process with this one's class path and module flags, to which lines are sent and from which lines come; what it says on stderr
 * goes to a file. One thread.
 */
public final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final Path errors;

    private Child(final Process process, final Path errors) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        this.errors = errors;
    }

    public static Child start(final Path folder, final Class<?> main, final List<String> flags, final Map<String, String> environment,
            final Object... arguments) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (final String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("--") || flag.startsWith("-Dchronicle") || flag.startsWith("-Djava.io.tmpdir")) {
                command.add(flag);
            }
        }
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash-%p.log")));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (final Object argument : arguments) {
            command.add(argument.toString());
        }
        final Path errors = Files.createTempFile(folder, main.getSimpleName(), ".txt");
        final ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        return new Child(builder.start(), errors);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void send(final String line) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    }

    /** Waits for the child's next line; empty if there is none and never will be. */
    public String receive() throws IOException {
        final String line = lines.readLine();
        return line == null ? "" : line;
    }

    /** What it said on stderr. */
    public String errors() throws IOException {
        return Files.readString(errors, StandardCharsets.UTF_8).strip();
    }

    /** Its exit status; 128 + n if signal n ended it. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Kills it with all processes that it started, and waits. Idempotent. */
    @Override
    public void close() {
        final List<ProcessHandle> descendants = process.descendants().toList();
        descendants.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
