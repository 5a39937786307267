package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest scorecard there is: one day of each kind. */
class ScoreTest {
    @Test
    void aFitOfDaysWithoutProgrammesSaysSoAndWritesNothing(@TempDir final Path dir) {
        final Path file = dir.resolve("fitted.properties");

        final Cli.Result result = Cli.run("score", "fit", file.toString(), "--days", "1", "--clean-days", "1", "--hours", "0.5");

        assertEquals(1, result.status());
        assertTrue(result.err().contains("the training days have 0 samples of ABSORPTION programmes"), result.err());
        assertEquals(1, result.err().lines().count());
        assertFalse(Files.exists(file));
    }

    @Test
    void forestsOfDaysWithoutProgrammesSaySoAndWriteNothing(@TempDir final Path dir) {
        final Path file = dir.resolve("forests.txt");

        final Cli.Result result = Cli.run("score", "forests", file.toString(), "--days", "1", "--clean-days", "1", "--troubled-days", "0",
                "--hours", "0.5");

        assertEquals(1, result.status());
        assertTrue(result.err().contains("the training days have no sample of ABSORPTION programmes"), result.err());
        assertEquals(1, result.err().lines().count());
        assertFalse(Files.exists(file));
    }

    @Test
    void constantsThatCannotBeReadAreSaidInOneLine(@TempDir final Path dir) throws IOException {
        final Path file = Files.writeString(dir.resolve("fitted.properties"), "absorption.intercept=1\n");

        final Cli.Result missing = Cli.run("score", "--constants", dir.resolve("nothing").toString());
        final Cli.Result cut = Cli.run("score", "--constants", file.toString());

        assertEquals(1, missing.status());
        assertTrue(missing.err().contains("cannot read " + dir.resolve("nothing")) && missing.err().lines().count() == 1, missing.err());
        assertEquals(1, cut.status());
        assertTrue(cut.err().contains("absorption.slope is missing in " + file), cut.err());
    }

    @Test
    void scoresSimulatedDaysIntoOneLineOfJsonAndAPage(@TempDir final Path dir) throws IOException {
        final Path page = dir.resolve("page.html");

        final Cli.Result result = Cli.run("score", "--days", "1", "--clean-days", "1", "--troubled-days", "0", "--train-days", "1",
                "--hours", "1", "--draws", "10", "--format", "json",
                "--html", page.toString(), "--episodes", "1");

        assertEquals(0, result.status(), result.err());
        assertEquals("", result.err());
        assertEquals(1, result.lines().size());
        assertEquals(1, Cli.jsonValues(result.out()));
        assertTrue(result.out().startsWith("{\"setup\":{\"minutes\":60,\"seed\":5000,\"days\":1,\"cleanDays\":1,\"troubledDays\":0,\"trainSeed\":100,"),
                result.out());
        assertTrue(result.out().contains("\"figure\":\"ROC-AUC absorption\""), result.out());
        assertTrue(Files.readString(page).contains("{\"card\":" + result.out().strip() + ",\"pictures\":["));
    }
}
