package io.undercurrent.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A second Java process with this one's class path and the project's flags; its output goes to a file. */
final class TestProcess implements AutoCloseable {
    private static final long PATIENCE_NS = 30_000_000_000L;

    private final Process process;
    private final Path output;

    private TestProcess(final Process process, final Path output) {
        this.process = process;
        this.output = output;
    }

    static TestProcess start(final Path directory, final Class<?> main, final List<String> flags, final Object... arguments)
            throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + root().resolve("jvm.args"));
        command.add("-Xmx128m");
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        for (final Object argument : arguments) {
            command.add(argument.toString());
        }
        final Path output = Files.createTempFile(directory, "output", ".txt");
        return new TestProcess(new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start(), output);
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("jvm.args"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    Process process() {
        return process;
    }

    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    int waitFor() throws InterruptedException {
        if (!process.waitFor(PATIENCE_NS, TimeUnit.NANOSECONDS)) {
            throw new AssertionError("waited too long for a process");
        }
        return process.exitValue();
    }

    void await(final BooleanSupplier condition) throws IOException {
        await(() -> condition.getAsBoolean() || !process.isAlive(), "a condition");
        if (!condition.getAsBoolean()) {
            throw new AssertionError("the process ended early: " + output());
        }
    }

    static void await(final BooleanSupplier condition, final String what) {
        final long deadline = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited too long for " + what);
            }
            LockSupport.parkNanos(50_000);
        }
    }

    /** As by SIGKILL: the process gets no chance to do anything. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
