package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The command; what it measures is {@code MarketProfileTest}'s. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfileTest {
    private String first = "";
    private String second = "";

    @BeforeAll
    void simulateTwoShortMarkets(@TempDir final Path dir) {
        first = dir.resolve("first").toString();
        second = dir.resolve("second").toString();
        assertEquals(0, Cli.run("demo", "--hours", "0.05", "--seed", "1", "--journal", first).status());
        assertEquals(0, Cli.run("demo", "--hours", "0.05", "--seed", "2", "--journal", second).status());
    }

    @Test
    void hasAColumnAnInstrumentAndARowAFact() {
        final Cli.Result result = Cli.run("profile", first, second, "--symbol", "MAPLE");

        assertEquals(0, result.status(), result.err());
        assertTrue(result.lines().getFirst().matches("\\s+MAPLE\\s+MAPLE"), result.out());
        final String spread = result.lines().stream().filter(line -> line.startsWith("  mean, ticks")).findFirst().orElse("");
        assertTrue(spread.matches("  mean, ticks\\s+\\d+\\.\\d+\\s+\\d+\\.\\d+"), result.out());
    }

    @Test
    void isOneJsonObjectAnInstrument() {
        final Cli.Result result = Cli.run("profile", first, "--format", "json");

        assertEquals(0, result.status(), result.err());
        assertEquals(6, Cli.jsonValues(result.out()));
        assertEquals(6, result.lines().size());
        assertTrue(result.lines().getFirst().contains("\"symbol\":\"BRICK\""), result.out());
        assertTrue(result.lines().getFirst().contains("\"day: trades\":{\"09:30, of mean\":null"), result.out());
    }

    @Test
    void measuresSimulatedDaysToo() {
        final Cli.Result result = Cli.run("profile", "--simulate", "2", "--seed", "4", "--symbol", "HERON");

        assertEquals(0, result.status(), result.err());
        assertEquals("", result.err());
        assertTrue(result.out().contains("  sessions                                         2.00"), result.out());
    }

    @Test
    void namesWhatIsNotThere() {
        final Cli.Result symbol = Cli.run("profile", first, "--symbol", "NONE");
        assertEquals(1, symbol.status());
        assertTrue(symbol.err().contains("'NONE'"), symbol.err());

        final Cli.Result folder = Cli.run("profile", first + "/absent");
        assertEquals(1, folder.status());
        assertEquals(1, folder.err().lines().count(), folder.err());
        assertEquals(2, Cli.run("profile").status());
    }
}
