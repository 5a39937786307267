package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    static Stream<String> commands() {
        return Stream.of("demo", "replay", "simulate", "alerts", "alerts tail", "explain", "books", "books dump", "signals",
                "signals dump", "journal", "journal ls", "journal verify", "journal dump", "journal prune", "journal tailers",
                "journal export", "gpu", "gpu probe", "gpu check", "gpu time", "score", "score fit", "score recorded",
                "stat", "config", "version");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTeachesItselfWithAnExampleIn100Columns(final String command) {
        final Cli.Result result = Cli.run((command + " --help").split(" ", -1));

        assertEquals(0, result.status());
        assertEquals("", result.err());
        assertTrue(result.out().contains("  undercurrent " + command), result.out());
        assertTrue(result.lines().stream().allMatch(line -> line.length() <= 100), result.out());
    }

    @Test
    void theHelpOfTheWholeNamesEveryCommand() {
        final String help = Cli.run("--help").out();

        commands().filter(command -> !command.contains(" ")).forEach(command -> assertTrue(help.contains("  " + command + " "), command));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "nonsense", "alerts", "journal nonsense", "demo --nonsense", "demo --hours 7", "demo --hours x", "demo --row 0s",
        "demo --row fast", "demo --row 61s", "demo --backend abacus", "replay", "replay lobster", "replay nonsense file",
        "replay lobster file --speed 0", "replay lobster file --speed fast", "replay lobster file --date 2012-13-01",
        "replay lobster file --price-increment -1", "replay lobster file --off-exchange x", "replay lobster file --plant x", "books dump dir",
        "books dump dir --symbol S --depth 11", "books dump dir --symbol S --format xml", "signals dump dir --format xml",
        "gpu nonsense", "gpu probe --driver x", "gpu check --rows -1", "gpu check --rows 0", "gpu check --instruments 0",
        "gpu check --row fast", "gpu time --sweeps 1", "gpu time --instruments 0", "gpu time --rows x",
        "simulate", "simulate mbo-csv", "simulate nonsense --out dir", "simulate itch --out dir --hours 7", "journal export itch dir",
        "journal export nonsense dir --out x",
        "journal dump dir --stream trades", "journal prune dir", "journal prune dir --keep-runs 0", "journal prune dir --keep-days -1",
        "alerts tail dir --format xml", "explain", "explain dir x", "explain dir -1", "explain dir 1 2", "explain dir 1 --width 59",
        "explain dir --format xml", "score --days 0", "score --threads 0", "score --hours 7", "score --days x", "score --threshold x",
        "score --train-seed 5003", "score --draws -1", "score --false-alarms -1", "score --episodes -1", "score fit",
        "score fit file --days 0", "score recorded lobster", "score recorded nonsense file",
        "score recorded lobster file --plantings 0", "score recorded lobster file --threads 0", "score --backend abacus"})
    void wrongUsageIsOneLineAndStatus2(final String line) {
        final Cli.Result result = Cli.run(line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertEquals(2, result.status(), result.err());
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().startsWith("undercurrent: ") && result.err().contains("--help"), result.err());
    }

    @Test
    void theConfigurationPrintedCanBeReadBack(@TempDir final Path dir) throws Exception {
        final String printed = Cli.run("config").out();
        final Path file = dir.resolve("undercurrent.yaml");
        Files.writeString(file, printed.replace("intervalMs: 1000", "intervalMs: 500"));

        final String merged = Cli.run("config", "--config", file.toString()).out();

        assertTrue(merged.contains("intervalMs: 500"), merged);
        assertEquals(printed, merged.replace("intervalMs: 500", "intervalMs: 1000"));
    }

    @Test
    void theVersionNamesJavaAndTheBackends() {
        final Cli.Result result = Cli.run("version", "--format", "json");

        assertEquals(1, Cli.jsonValues(result.out()));
        assertTrue(result.out().contains("\"backends\":[\"cpu\",\"cuda\",\"reference\"]"), result.out());
    }
}
