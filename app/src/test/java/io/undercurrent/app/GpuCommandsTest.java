package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about the GPU: without one, and with the stand-in driver, in processes of their own, because a driver is loaded once. */
class GpuCommandsTest {
    private static final Path STAND_IN = Processes.root().resolve("cuda-kernels/target/stand-in");
    private static final Path NATIVE = Processes.root().resolve("gpu-signals/target/native");

    @TempDir
    private Path dir = Path.of("");

    private Cli.Result run(final String... args) throws Exception {
        return runWith(STAND_IN, args);
    }

    private Cli.Result runWith(final Path standIn, final String... args) throws Exception {
        return runWith(standIn, Map.of(), args);
    }

    private Cli.Result runWith(final Path standIn, final Map<String, String> environment, final String... args) throws Exception {
        final Path err = dir.resolve("err");
        final List<String> jvmOptions = List.of("-Djava.library.path=" + NATIVE, "-D" + GpuDriver.FOLDER + "=" + standIn);
        final Process process = Processes.start(err, environment, jvmOptions, args);
        final String out = Processes.output(process);
        return new Cli.Result(Processes.status(process), out, Processes.read(err));
    }

    private static void requireStandIn() {
        final boolean built = Files.exists(STAND_IN.resolve("libcuda.so.1"));
        if (!built) {
            System.out.println("skipped: " + STAND_IN + " has no stand-in driver; build it where g++ is");
        }
        assumeTrue(built);
    }

    @Test
    void theProbeSaysWhetherThereIsAGpuAndInOneLineWhyNot() throws Exception {
        final Cli.Result result = run("gpu", "probe", "--format", "json");

        assertEquals(1, Cli.jsonValues(result.out()));
        final boolean usable = result.out().contains("\"usable\":true");
        assertEquals(usable ? 0 : 1, result.status(), result.err());
        assertEquals(usable ? 0 : 1, result.err().lines().count(), result.err());
        assertTrue(usable || result.err().startsWith("undercurrent: CUDA cannot be used: "), result.err());
    }

    @Test
    void aCheckWithoutAGpuComparesTheOthersAndSaysSo() throws Exception {
        final Cli.Result result = run("gpu", "check", "--rows", "100", "--seed", "3");

        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().startsWith("same bits "), result.out());
        assertTrue(result.out().contains("not compared  cuda: ") || result.out().contains("cuda ("), result.out());
        assertTrue(result.out().contains("random rows, seed 3: 100 sweeps"), result.out());
    }

    @Test
    void theCheckComparesRandomAndRecordedWindowsOnTheStandIn() throws Exception {
        requireStandIn();
        final String journal = dir.resolve("demo").toString();
        assertEquals(0, Cli.run("demo", "--hours", "0.05", "--journal", journal).status());

        final Cli.Result result = run("gpu", "check", "--driver", "stand-in", "--rows", "60", "--journal", journal, "--format", "json");

        assertEquals(0, result.status(), result.err());
        assertEquals(1, Cli.jsonValues(result.out()));
        assertTrue(result.out().contains("\"backends\":[\"reference\",\"cpu\",\"cuda\"]"), result.out());
        assertTrue(result.out().contains("\"sweeps\":180,"), result.out());
        assertTrue(result.out().contains("\"same\":true"), result.out());
    }

    @Test
    void aCheckThatFindsOtherBitsFailsAndShowsTheFirst() throws Exception {
        requireStandIn();
        final Path otherBits = STAND_IN.resolveSibling("stand-in-tests/test-kernels.so");

        final Cli.Result result = runWith(STAND_IN, Map.of("STAND_IN_KERNELS", otherBits.toString()),
                "gpu", "check", "--driver", "stand-in", "--rows", "3", "--instruments", "1", "--seed", "1");

        assertEquals(1, result.status());
        assertEquals("undercurrent: 30 scores differ; report this with what was printed", result.err().strip());
        assertTrue(result.out().startsWith("OTHER BITS "), result.out());
        assertTrue(result.out().contains("sweep 1, row 0 (instrument slot 0), ACCUMULATION ABSORPTION"), result.out());
        assertTrue(result.out().contains("  reference  0x7fc00000  NaN\n  cuda       0x3f000000  0.5\n"), result.out());
    }

    @Test
    void timesOfTheStandInAreMarkedInEveryLineOfTheHeader() throws Exception {
        requireStandIn();

        final Cli.Result result = run("gpu", "time", "--driver", "stand-in", "--instruments", "1,3", "--rows", "20", "--sweeps", "60");

        assertEquals(0, result.status(), result.err());
        final List<String> lines = result.lines();
        assertEquals(4 + 4 + 1, lines.size(), result.out());
        assertTrue(lines.subList(0, 4).stream().allMatch(line -> line.startsWith("STAND-IN, not speed figures: ")), result.out());
        assertTrue(lines.getLast().startsWith("STAND-IN, not speed figures: "), result.out());
    }

    @Test
    void aMissingStandInIsOneLineWithARemedy() throws Exception {
        final Cli.Result result = runWith(dir, "gpu", "probe", "--driver", "stand-in");

        assertEquals(1, result.status());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(dir.toString()) && result.err().contains("build it"), result.err());
    }
}
