package io.undercurrent.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Builds the kernels' unit tests with g++ and runs each with several orders of threads. */
class CudaUnitTest {
    private static final Path FOLDER = Path.of("src/test/cuda/unit");
    private static final Path BUILT = Path.of("target/cuda-unit-tests");
    private static final List<String> TESTS = List.of("log2", "selection", "append", "batch");
    private static final int SEEDS = 2;
    /** As the kernels on the stand-in are built: nothing fused, nothing reordered. */
    private static final List<String> COMPILER = List.of("g++", "-std=c++17", "-O2", "-ffp-contract=off", "-fno-strict-aliasing", "-Wall", "-Wextra",
        "-Werror", "-Wno-unknown-pragmas", "-Wno-unused-function", "-Isrc/stand-in", "-Isrc/main/cuda");

    @TestFactory
    Stream<DynamicTest> kernelsPartsDoWhatPlainCodeDoes() {
        return TESTS.stream().flatMap(test -> Stream.concat(
            Stream.of(DynamicTest.dynamicTest(test + " builds", () -> build(test))),
            IntStream.range(0, SEEDS).mapToObj(seed -> DynamicTest.dynamicTest(test + ", seed " + seed, () -> run(test, seed)))));
    }

    private static void build(final String test) throws Exception {
        assumeTrue(hasCompiler(), "no g++ on the PATH (or not on x86-64), so the kernels' unit tests do not run");
        Files.createDirectories(BUILT);
        final List<String> command = new ArrayList<>(COMPILER);
        command.addAll(List.of(FOLDER.resolve(test + "_test.cpp").toString(), "src/stand-in/fibers.cpp", "src/stand-in/meetings.cpp", "src/stand-in/traps.cpp",
            "-o", BUILT.resolve(test).toString(), "-lpthread"));
        expectSuccess(command);
    }

    private static void run(final String test, final int seed) throws Exception {
        assumeTrue(hasCompiler(), "no g++");
        final Path program = BUILT.resolve(test);
        assertTrue(Files.exists(program), program + " was not built");
        expectSuccess(List.of(program.toAbsolutePath().toString(), FOLDER.resolve("log2.golden").toString(), Integer.toString(seed)));
    }

    private static void expectSuccess(final List<String> command) throws Exception {
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + output);
    }

    private static boolean hasCompiler() throws InterruptedException {
        try {
            return System.getProperty("os.arch").equals("amd64")
                && new ProcessBuilder("g++", "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (final IOException e) {
            System.out.println("the kernels' unit tests do not run: " + e.getMessage());
            return false;
        }
    }
}
