package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in an unpacked archive, whose Java only prints its arguments and name. */
class LauncherTest {
    private static final Path BASH = Path.of("/bin/bash");

    private Path dir = Path.of("");
    private Path tree = Path.of("");

    @BeforeEach
    void unpack(@TempDir final Path temporary) throws IOException {
        if (!Files.isExecutable(BASH)) {
            System.out.println("skipped: the launcher needs " + BASH);
        }
        assumeTrue(Files.isExecutable(BASH));
        dir = temporary.toRealPath();
        tree = Files.createDirectories(dir.resolve("a box").resolve("undercurrent-1-linux-x86_64"));
        Files.createDirectories(tree.resolve("scripts"));
        Files.createDirectories(tree.resolve("app"));
        for (final String script : List.of("scripts/undercurrent", "scripts/java.sh", "jvm.args")) {
            Files.copy(Processes.root().resolve(script), tree.resolve(script));
        }
        Files.createFile(tree.resolve("app/undercurrent.jar"));
        java(tree.resolve("runtime"), "bundled");
    }

    private static void java(final Path home, final String name) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        final Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' " + name + " \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Cli.Result run(final Path from, final Path launcher, final Map<String, String> environment, final String... args)
            throws IOException, InterruptedException {
        final ProcessBuilder builder = new ProcessBuilder(BASH.toString(), launcher.toString()).directory(from.toFile());
        builder.command().addAll(List.of(args));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment);
        final Path err = Files.createTempFile(from, "launcher", ".err");
        final Process process = builder.redirectError(err.toFile()).start();
        final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Cli.Result(Processes.status(process), out, Processes.read(err));
    }

    private Cli.Result run(final Map<String, String> environment) throws IOException, InterruptedException {
        return run(dir, tree.resolve("scripts/undercurrent"), environment, "version", "a b");
    }

    @Test
    void startsTheJavaOfTheArchiveThroughALinkWithNoEnvironmentFromAnywhere() throws Exception {
        final Path elsewhere = Files.createDirectories(dir.resolve("elsewhere"));
        final Path link = Files.createSymbolicLink(elsewhere.resolve("uc"), tree.resolve("scripts/undercurrent"));

        final Cli.Result result = run(elsewhere, link, Map.of(), "version", "a b");

        assertEquals(0, result.status(), result.err());
        assertEquals("", result.err());
        final List<String> lines = result.lines();
        assertEquals("bundled", lines.getFirst());
        assertTrue(lines.contains("@" + tree.resolve("jvm.args")), result.out());
        assertTrue(lines.contains("-Djava.library.path=" + tree.resolve("native")), result.out());
        assertTrue(lines.contains("-Dundercurrent.standIn=" + tree.resolve("native/stand-in")), result.out());
        assertEquals(List.of("-cp", tree.resolve("app/undercurrent.jar").toString(), Undercurrent.class.getName(), "version", "a b"),
                lines.subList(lines.size() - 5, lines.size()));
    }

    @Test
    void prefersTheJavaOfTheArchiveToTheOneInstalled() throws Exception {
        java(dir.resolve("installed"), "installed");

        assertEquals("bundled", run(Map.of("JAVA_HOME", dir.resolve("installed").toString())).lines().getFirst());
    }

    @Test
    void takesTheJavaThatItIsTold() throws Exception {
        final Path other = dir.resolve("another java");
        java(other, "other");

        assertEquals("other", run(Map.of("UNDERCURRENT_JAVA", other.toString())).lines().getFirst());
        assertEquals("other", run(Map.of("UNDERCURRENT_JAVA", other.resolve("bin/java").toString())).lines().getFirst());
    }

    @Test
    void saysInOneLineThatTheJavaItIsToldIsTooOld() throws Exception {
        final Path old = dir.resolve("old");
        java(old, "old");
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"21.0.1\"\n");

        final Cli.Result result = run(Map.of("UNDERCURRENT_JAVA", old.toString()));

        assertEquals(1, result.status());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(old.toString()), result.err());
    }

    @Test
    void usesTheCacheOfClassesOnlyWhereThereIsOne() throws Exception {
        assertFalse(run(Map.of()).out().contains("-XX:AOTCache"));

        final Path cache = Files.createFile(tree.resolve("app/undercurrent.aot"));

        assertTrue(run(Map.of()).lines().contains("-XX:AOTCache=" + cache));
    }

    @Test
    void saysInOneLineThatTheArchiveIsNotWhole() throws Exception {
        Files.delete(tree.resolve("app/undercurrent.jar"));

        final Cli.Result result = run(Map.of());

        assertEquals(1, result.status());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains("undercurrent.jar is missing; unpack the whole archive"), result.err());
    }
}
