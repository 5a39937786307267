package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The smallest scorecard there is: one day of each kind. */
class ScoreTest {
    @Test
    void scoresSimulatedDaysIntoOneLineOfJson() {
        final Cli.Result result = Cli.run("score", "--days", "1", "--clean-days", "1", "--troubled-days", "0", "--train-days", "1",
                "--hours", "1", "--draws", "10", "--format", "json");

        assertEquals(0, result.status(), result.err());
        assertEquals("", result.err());
        assertEquals(1, result.lines().size());
        assertEquals(1, Cli.jsonValues(result.out()));
        assertTrue(result.out().startsWith("{\"setup\":{\"minutes\":60,\"seed\":5000,\"days\":1,\"cleanDays\":1,\"troubledDays\":0,\"trainSeed\":100,"),
                result.out());
        assertTrue(result.out().contains("\"figure\":\"ROC-AUC absorption\""), result.out());
    }
}
