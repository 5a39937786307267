package io.undercurrent.signals.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.undercurrent.kernels.standin.StandIn;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process says that lacks something; each in a process of its own, because a driver is loaded once. */
class CudaDriverTest {
    @TempDir
    private Path temporary;

    private static Path built(final String library) {
        return StandIn.folder().map(folder -> folder.resolveSibling(library)).orElseGet(() -> {
            System.out.println("skipped: the stand-in driver was not built");
            return abort("the stand-in driver was not built");
        });
    }

    @Test
    void namesTheFunctionThatTheDriverLacks() throws Exception {
        final Path driver = built("stand-in-tests/lacking/stand-in/libcuda.so.1");
        assertEquals("the NVIDIA driver has no cuGraphLaunch: install 580 or newer",
            problem(System.getProperty("java.library.path"), driver.toString()));
    }

    @Test
    void saysHowToNameTheFolderOfTheNativeLibrary() throws Exception {
        final Path driver = built("stand-in/libcuda.so.1");
        final String problem = problem(temporary.toString(), driver.toString());
        assertTrue(problem.endsWith("is in no folder of java.library.path (" + temporary
            + "): start Java with -Djava.library.path=FOLDER"), problem);
    }

    @Test
    void findsNothingAmissWithTheStandInDriver() throws Exception {
        assertEquals("none", problem(System.getProperty("java.library.path"), built("stand-in/libcuda.so.1").toString()));
    }

    @Test
    void saysThatThereIsNoDriver() throws Exception {
        final String problem = problem(System.getProperty("java.library.path"));
        if (problem.equals("none")) {
            System.out.println("skipped: this machine has an NVIDIA driver");
            abort("this machine has an NVIDIA driver");
        }
        assertEquals("there is no NVIDIA driver (libcuda.so.1): install 580 or newer", problem);
    }

    private String problem(final String libraryPath, final String... libraries) throws Exception {
        final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m", "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + temporary, "-XX:-UsePerfData",
            "-Djava.library.path=" + libraryPath, "-cp", System.getProperty("java.class.path"), PrintProblem.class.getName()));
        command.addAll(Arrays.asList(libraries));
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), said);
        assertArrayEquals(new File[0], temporary.toFile().listFiles(), "something was unpacked to the folder for temporary files");
        return said;
    }

    /** Loads the libraries named, then prints what {@link CudaDriver} finds. */
    static final class PrintProblem {
        private PrintProblem() {
        }

        @SuppressWarnings("restricted")
        public static void main(final String[] libraries) {
            for (final String library : libraries) {
                System.load(library);
            }
            System.out.println(CudaDriver.problem().orElse("none"));
        }
    }
}
