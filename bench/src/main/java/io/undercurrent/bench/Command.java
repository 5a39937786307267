package io.undercurrent.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Runs the system's commands. */
public final class Command {
    private static final String DEFAULT_PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

    private Command() {
    }

    /** Waits for its end; throws with what it said unless that is a success. */
    public static void run(final String... words) throws IOException {
        final Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", words) + " failed: " + said);
        }
    }

    public static boolean exists(final String command) {
        final String path = System.getenv().getOrDefault("PATH", DEFAULT_PATH);
        return Arrays.stream(path.split(":", -1)).anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
