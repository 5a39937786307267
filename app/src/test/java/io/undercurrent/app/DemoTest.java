package io.undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A demo long enough for its first programmes, and everything that can be done with its journal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {
    private Path dir = Path.of("");
    private String journal = "";
    private Cli.Result demo = new Cli.Result(-1, "", "");

    @BeforeAll
    void runDemo(@TempDir final Path shared) {
        dir = shared;
        journal = dir.resolve("demo").toString();
        demo = Cli.run("demo", "--hours", "1.5", "--journal", journal);
    }

    @Test
    void findsProgrammesAndLeavesTheTruthBesideTheJournal() {
        assertEquals(0, demo.status(), demo.err());
        assertEquals("", demo.err());
        assertTrue(demo.out().matches("(?s).*[1-9] of [1-9]\\d? programmes found.*"), demo.out());
        assertTrue(Files.exists(Path.of(journal, "truth.csv")));
    }

    @Test
    void theAlertsTailedAreTheOnesTheDemoPrinted() {
        final Cli.Result tail = Cli.run("alerts", "tail", journal);

        assertTrue(tail.lines().size() > 1, tail.out());
        assertTrue(demo.out().contains(tail.out()), tail.out());
        assertEquals(tail.lines().subList(1, tail.lines().size()), Cli.run("alerts", "tail", journal, "--from", "2").lines());
        final String json = Cli.run("alerts", "tail", journal, "--format", "json").out();
        assertEquals(tail.lines().size(), Cli.jsonValues(json));
        assertEquals(tail.lines().size(), json.lines().count());
    }

    @Test
    void followingWaitsForAWriterThatIsNotThereYetAndEndsOnInterrupt() throws Exception {
        final Path folder = dir.resolve("later");
        final Path err = dir.resolve("follow.err");
        final Process tail = Processes.start(err, "alerts", "tail", folder.toString(), "--follow");
        final String first = Cli.run("alerts", "tail", journal).lines().getFirst();
        assertEquals(0, Cli.run("replay", "journal", journal, "--journal", folder.toString()).status());

        try (BufferedReader reader = tail.inputReader()) {
            assertEquals(first, reader.readLine());
            Processes.signal(tail, "INT");
            assertEquals(0, Processes.status(tail), () -> Processes.read(err));
        }
        assertEquals("", Processes.read(err));
    }

    @Test
    void aReplayOfItsJournalGivesTheSameJournalWhateverTheRingTheBatchAndTheSpeed() throws IOException {
        final String again = dir.resolve("again").toString();
        final Path config = Files.writeString(dir.resolve("small.yaml"), "ring: { slots: 128 }\njournal: { batchBytes: 512 }\n");

        final Cli.Result replay = Cli.run("replay", "journal", journal, "--journal", again, "--config", config.toString(), "--speed",
                "999999", "--format", "json");

        assertEquals(0, replay.status(), replay.err());
        assertEquals(1, Cli.jsonValues(replay.out()));
        final String dump = Cli.run("journal", "dump", journal).out();
        assertTrue(dump.contains("\nalerts Alert "), "no alerts");
        assertEquals(dump, Cli.run("journal", "dump", again).out());
    }

    @Test
    void anotherSeedGivesAnotherMarketAndTheSameSeedTheSame() {
        final String[] dumps = new String[3];
        final List<String> seeds = List.of("5", "5", "6");
        for (int i = 0; i < dumps.length; i++) {
            final String folder = dir.resolve("seed" + i).toString();
            final Cli.Result result = Cli.run("demo", "--hours", "0.02", "--seed", seeds.get(i), "--journal", folder, "--format", "json");
            assertEquals(0, result.status(), result.err());
            assertEquals(1, Cli.jsonValues(result.out()));
            dumps[i] = Cli.run("journal", "dump", folder).out();
        }
        assertEquals(dumps[0], dumps[1]);
        assertNotEquals(dumps[0], dumps[2]);
    }

    @Test
    void aJournalIsNotReplayedIntoItself() {
        final Cli.Result result = Cli.run("replay", "journal", journal, "--journal", journal + "/../demo");

        assertEquals(1, result.status());
        assertTrue(result.err().contains("can't be replayed into itself"), result.err());
    }

    @Test
    void aSecondDemoInTheSameFolderOverwritesNothing() throws IOException {
        final Path folder = dir.resolve("twice");
        for (int i = 0; i < 2; i++) {
            assertEquals(0, Cli.run("demo", "--hours", "0.02", "--journal", folder.toString()).status());
        }
        assertTrue(Files.exists(folder.resolve("truth.csv")) && Files.exists(folder.resolve("truth-2.csv")));
        assertEquals(2, Cli.run("journal", "ls", folder.toString()).lines().stream().filter(line -> line.startsWith("events")).count());
        final Cli.Result refused = Cli.run("replay", "journal", folder.toString(), "--journal", journal);
        assertEquals(1, refused.status());
        assertTrue(refused.err().contains("into a new folder"), refused.err());
    }

    @Test
    void signalsAreDumpedWithTheirContractsColumns() {
        final List<String> lines = Cli.run("signals", "dump", journal, "--symbol", "BRICK").lines();

        assertEquals("time,symbol,row,side,absorption,creep,dark_pool,sinkhole,contraction,composite,coverage", lines.getFirst());
        assertEquals(1 + 2 * 5400, lines.size());
        assertEquals("2026-01-05T14:30:01Z,BRICK,0,accumulation,,,,,,,0.0", lines.get(1));
        assertTrue(lines.getLast().startsWith("2026-01-05T16:00:00Z,BRICK,5399,distribution,"), lines.getLast());
        assertTrue(lines.stream().allMatch(line -> line.split(",", -1).length == 11));
        final Cli.Result unknown = Cli.run("signals", "dump", journal, "--symbol", "NONE");
        assertEquals(1, unknown.status());
        assertTrue(unknown.err().contains("BRICK"), unknown.err());
    }

    @Test
    void booksAreDumpedAsDeepAsAskedFor() {
        final List<String> ten = Cli.run("books", "dump", journal, "--symbol", "BRICK").lines();
        final List<String> two = Cli.run("books", "dump", journal, "--symbol", "BRICK", "--depth", "2").lines();

        assertTrue(ten.getFirst().startsWith("ts_event,sequence,bid_px_00,bid_sz_00,bid_ct_00,ask_px_00,"), ten.getFirst());
        assertTrue(ten.getFirst().endsWith(",ask_ct_09"), ten.getFirst());
        assertTrue(two.getFirst().endsWith(",ask_ct_01"), two.getFirst());
        assertEquals(ten.size(), two.size());
        assertTrue(ten.getLast().startsWith(two.getLast() + ","), two.getLast());
        assertTrue(ten.stream().allMatch(line -> line.split(",", -1).length == 62));
    }

    @Test
    void theJournalIsSoundAndADamagedOneIsNot() throws IOException {
        final Path copy = dir.resolve("copy");
        assertEquals(0, Cli.run("demo", "--hours", "0.02", "--journal", copy.toString()).status());
        assertEquals(0, Cli.run("journal", "verify", journal).status());
        assertEquals(0, Cli.run("journal", "verify", copy.toString(), "--format", "json").status());

        damage(copy.resolve("events"));
        final Cli.Result verify = Cli.run("journal", "verify", copy.toString());
        assertEquals(1, verify.status());
        assertTrue(verify.out().contains("DAMAGED"), verify.out());
        assertEquals(1, verify.err().lines().count(), verify.err());
        assertEquals(1, Cli.run("journal", "dump", copy.toString()).status());
    }

    private static void damage(final Path stream) throws IOException {
        try (var files = Files.walk(stream)) {
            final Path segment = files.filter(file -> file.toString().endsWith(".cq4") && !file.toString().contains("metadata"))
                    .findFirst().orElseThrow();
            final byte[] bytes = Files.readAllBytes(segment);
            int last = bytes.length - 1;
            while (bytes[last] == 0) {
                last--;
            }
            bytes[last / 2] ^= 1;
            Files.write(segment, bytes);
        }
    }

    @Test
    void pruningSaysWhatItKeepsAndWhy() {
        final String folder = dir.resolve("pruned").toString();
        for (int i = 0; i < 3; i++) {
            assertEquals(0, Cli.run("demo", "--hours", "0.02", "--journal", folder).status());
        }
        final Cli.Result dry = Cli.run("journal", "prune", folder, "--keep-runs", "1", "--dry-run");
        assertEquals(4, dry.lines().stream().filter(line -> line.startsWith("would remove")).count(), dry.out());
        assertEquals(7, Cli.run("journal", "ls", folder).lines().size());

        final Cli.Result pruned = Cli.run("journal", "prune", folder, "--keep-runs", "1");
        assertEquals(2, pruned.lines().stream().filter(line -> line.startsWith("kept") && line.contains("is the newest")).count());
        assertEquals(3, Cli.run("journal", "ls", folder).lines().size());
        assertEquals(2, Cli.jsonValues(Cli.run("journal", "ls", folder, "--format", "json").out()));
        assertEquals(1, Cli.run("replay", "journal", folder, "--journal", folder + "-again").status());
    }

    @Test
    void theCountersAgreeWithTheJournal() {
        final Cli.Result stat = Cli.run("stat", journal, "--format", "json");
        final long events = Cli.run("journal", "dump", journal, "--stream", "events").out().lines().count();

        assertEquals(1, Cli.jsonValues(stat.out()));
        assertTrue(stat.out().contains("\"events-journalled\":" + events + ","), stat.out());
        assertTrue(Cli.run("stat", journal).lines().size() > 10);
    }
}
