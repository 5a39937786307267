package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undercurrent.feeds.sim.Truth;
import io.undercurrent.feeds.sim.TruthFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording replayed with programmes planted into it. */
class PlantedReplayTest {
    private static final int OPEN = 34_200;
    private static final int SECONDS = 4 * 3_600;

    @TempDir
    private Path dir;

    /** A quiet stock: a trade of 100 shares every two seconds, at the bid and at the offer by turns. */
    private Path recording() throws IOException {
        final List<String> lines = new ArrayList<>(List.of(OPEN + ",1,1,9000000,100000,1", OPEN + ",1,2,9000000,100300,-1"));
        for (int second = 2; second < SECONDS; second += 2) {
            final boolean bid = second % 4 == 0;
            lines.add(String.format(Locale.ROOT, "%d.5,4,%d,100,%d,%d", OPEN + second, bid ? 1 : 2, bid ? 100_000 : 100_300, bid ? 1 : -1));
        }
        return Files.write(dir.resolve("CALM_2026-01-05_34200000_57600000_message_1.csv"), lines);
    }

    private Cli.Result replay(final String journal, final String... more) throws IOException {
        final List<String> args = new ArrayList<>(List.of("replay", "lobster", recording().toString(), "--journal", dir.resolve(journal).toString()));
        args.addAll(List.of(more));
        final Cli.Result result = Cli.run(args.toArray(String[]::new));
        assertEquals(0, result.status(), result.err());
        return result;
    }

    @Test
    void writesTheTruthBesideTheJournalAndShowsWhatWasFound() throws IOException {
        final Cli.Result result = replay("text", "--plant", "3");
        final List<Truth> truths = TruthFile.read(dir.resolve("text").resolve(TruthFile.NAME));
        assertTrue(!truths.isEmpty() && truths.stream().allMatch(truth -> truth.symbol().equals("CALM")), truths.toString());
        assertTrue(result.lines().stream().anyMatch(line -> line.startsWith("planted         " + truths.size() + " programme")),
                result.out());
        assertTrue(result.out().contains(dir.resolve("text").resolve(TruthFile.NAME).toString()), result.out());
        assertEquals(truths.size(), result.lines().stream().filter(line -> line.matches("\\d\\d:\\d\\d:\\d\\d  CALM .*")).count(), result.out());
    }

    @Test
    void theSeedAloneDecides() throws IOException {
        replay("one", "--plant", "3");
        replay("again", "--plant", "3");
        replay("other", "--plant", "4");
        final List<Truth> one = TruthFile.read(dir.resolve("one").resolve(TruthFile.NAME));
        assertEquals(one, TruthFile.read(dir.resolve("again").resolve(TruthFile.NAME)));
        assertTrue(!one.equals(TruthFile.read(dir.resolve("other").resolve(TruthFile.NAME))));
    }

    @Test
    void theSummaryForMachinesHasThemToo() throws IOException {
        final String json = replay("json", "--plant", "3", "--format", "json").out();
        assertEquals(1, Cli.jsonValues(json));
        assertTrue(json.contains("\"planted\":{\"seed\":3,\"events\":"), json);
        assertEquals(TruthFile.read(dir.resolve("json").resolve(TruthFile.NAME)).size(), json.split("\"participation\":", -1).length - 1, json);
    }

    @Test
    void withoutASeedNothingIsPlanted() throws IOException {
        final Cli.Result result = replay("plain");
        assertTrue(!result.out().contains("planted"), result.out());
        assertTrue(Files.notExists(dir.resolve("plain").resolve(TruthFile.NAME)));
    }

    @Test
    void theScorerTakesTheSameProgrammes() throws IOException {
        replay("one", "--plant", "1");
        replay("two", "--plant", "2");
        final int programmes = TruthFile.read(dir.resolve("one").resolve(TruthFile.NAME)).size()
                + TruthFile.read(dir.resolve("two").resolve(TruthFile.NAME)).size();
        final Cli.Result score = Cli.run("score", "recorded", "lobster", recording().toString(), "--plantings", "2");
        assertEquals(0, score.status(), score.err());
        assertTrue(score.out().startsWith("2 plantings of seeds 1 to 2, " + programmes + " programmes;"), score.out());
        assertEquals(1, Cli.jsonValues(Cli.run("score", "recorded", "lobster", recording().toString(), "--plantings", "1", "--format", "json").out()));
    }
}
