package io.undercurrent.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of {@code src/test/cuda/unit}, which runs kernels, or parts of them, on the stand-in driver's fibers. */
final class CudaProgram {
    static final Path KERNELS = Path.of("src/main/cuda");
    /** Threads may interrupt each other at every access to memory: as {@code build-stand-in} builds the interleaved libraries. */
    static final List<String> INTERLEAVED = List.of("-fsanitize=thread", "--param", "tsan-instrument-func-entry-exit=0",
        "-fsanitize=alignment,bounds-strict,shift,integer-divide-by-zero", "-fsanitize-undefined-trap-on-error");

    private static final Path TESTS = Path.of("src/test/cuda/unit");
    private static final Path BUILT = Path.of("target/cuda-unit-tests");
    private static final Path DRIVER = Path.of("src/stand-in");
    private static final Path DRIVER_OBJECTS = Path.of("target/stand-in-objects");
    /** As the kernels on the stand-in are built: nothing fused, nothing reordered. */
    private static final List<String> COMPILER = List.of("g++", "-std=c++17", "-O2", "-ffp-contract=off", "-fno-strict-aliasing", "-Wall", "-Wextra",
        "-Werror", "-Wno-unknown-pragmas", "-Wno-unused-function", "-I" + DRIVER);

    private final Path file;

    private CudaProgram(final Path file) {
        this.file = file;
    }

    /** What a program or a compiler ended with, and said. */
    record Ended(int status, String output) {
    }

    /**
     * Builds a test. Where there is no g++, whoever asks is skipped.
     *
     * @param name of the program
     * @param test of whose source
     * @param kernels the folder of theirs
     * @param flags for the compiler besides its usual ones
     */
    static CudaProgram build(final String name, final String test, final Path kernels, final List<String> flags) throws Exception {
        requireCompiler();
        Files.createDirectories(BUILT);
        final Path program = BUILT.resolve(name);
        final Path object = BUILT.resolve(name + ".o");
        final List<String> compile = new ArrayList<>(COMPILER);
        compile.addAll(flags);
        compile.addAll(List.of("-I" + kernels, "-c", TESTS.resolve(test + "_test.cpp").toString(), "-o", object.toString()));
        expectSuccess(compile);
        final List<String> link = new ArrayList<>(COMPILER);
        link.add(object.toString());
        for (final String part : List.of("fibers", "meetings", "traps")) {
            link.add(DRIVER_OBJECTS.resolve(part + ".o").toString());
        }
        link.addAll(List.of(DRIVER.resolve("interleave.cpp").toString(), "-o", program.toString(), "-lpthread"));
        expectSuccess(link);
        return new CudaProgram(program);
    }

    Ended run(final int seed) throws Exception {
        return run(List.of(file.toAbsolutePath().toString(), TESTS.resolve("log2.golden").toString(), Integer.toString(seed)));
    }

    private static void expectSuccess(final List<String> command) throws Exception {
        final Ended ended = run(command);
        assertEquals(0, ended.status(), () -> String.join(" ", command) + "\n" + ended.output());
    }

    private static Ended run(final List<String> command) throws Exception {
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static void requireCompiler() throws InterruptedException {
        boolean there = System.getProperty("os.arch").equals("amd64");
        try {
            there = there && new ProcessBuilder("g++", "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (final IOException e) {
            there = false;
        }
        if (!there) {
            final String reason = "no g++ on the PATH, or not on x86-64, so programs of kernels do not run";
            System.out.println("skipped: " + reason);
            abort(reason);
        }
    }
}
